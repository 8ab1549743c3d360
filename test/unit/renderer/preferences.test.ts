import { beforeEach, expect, it, vi } from 'vitest';
import type { CrocoApi } from '../../../src/shared/bridge.ts';
import { fail, succeed } from '../../../src/shared/result.ts';
import type { Preferences } from '../../../src/shared/settings.ts';
import { aView } from '../../fakes/a-view.ts';
import { createFakeCroco, createFakePage } from './fake-croco.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

async function startEditor(answers: Partial<CrocoApi> = {}) {
  const fake = createFakeCroco(aView(), answers);
  const page = createFakePage(fake.api);
  await page.mirror.catchUp();
  return { fake, page, editor: page.editor };
}

const darker = () => ({ theme: 'dark' }) as const;
const pin = (user: string) => (now: Preferences) => ({ pinned: [...new Set([...now.pinned, user])] });
const said = ({ toasts }: ReturnType<typeof createFakePage>) =>
  toasts.queue.visibleToasts.map(({ content }) => content);

it('an edit is on its way until main has it', async () => {
  const { fake, page, editor } = await startEditor();
  const isDone = editor.edit(darker);
  expect(editor.pending.getState()).toEqual([darker]);
  expect(await isDone).toBe(true);
  expect(editor.pending.getState()).toEqual([]);
  expect(fake.changes).toEqual([{ theme: 'dark' }]);
  expect(page.mirror.store.getState().view?.preferences.theme).toBe('dark');
});

it('what is typed is sent once it pauses, together with what came before', async () => {
  const { fake, editor } = await startEditor();
  editor.editSoon(pin('ana'));
  await vi.advanceTimersByTimeAsync(300);
  editor.editSoon(pin('ben'));
  await vi.advanceTimersByTimeAsync(399);
  expect(fake.changes).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(fake.changes).toEqual([{ pinned: ['ana', 'ben'] }]);
});

it('what waits can be sent at once, and only once', async () => {
  const { fake, editor } = await startEditor();
  editor.editSoon(darker);
  expect(await editor.flush()).toBe(true);
  await editor.flush();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(fake.changes).toEqual([{ theme: 'dark' }]);
});

it('two edits do not undo each other, however late main answers the first', async () => {
  const answers: (() => void)[] = [];
  const changes: unknown[] = [];
  const { editor } = await startEditor({
    changePreferences: ({ change }) => {
      changes.push(change);
      return new Promise((resolve) => answers.push(() => resolve(succeed(null))));
    },
  });
  const both = [editor.edit(pin('ana')), editor.edit(pin('ben'))];
  expect(changes.at(-1)).toEqual({ pinned: ['ana', 'ben'] });
  for (const answer of answers) answer();
  await Promise.all(both);
  expect(editor.pending.getState()).toEqual([]);
});

it('an edit is made to what main learned meanwhile', async () => {
  const { fake, page, editor } = await startEditor();
  editor.editSoon(pin('ana'));
  fake.view = {
    ...fake.view,
    revision: 2,
    preferences: { ...fake.view.preferences, pinned: ['new'], hasSound: false },
  };
  await page.mirror.catchUp();
  await editor.flush();
  expect(fake.changes).toEqual([{ pinned: ['new', 'ana'] }]);
});

it('an edit that main refuses is told of and let go of, and one made meanwhile is not', async () => {
  const { page, editor } = await startEditor({
    changePreferences: async () => fail({ kind: 'internal' }),
  });
  const isDone = editor.edit(darker);
  editor.editSoon(pin('ana'));
  expect(await isDone).toBe(false);
  expect(said(page)).toEqual([{ error: { kind: 'internal' } }]);
  expect(editor.pending.getState()).toHaveLength(1);
});
