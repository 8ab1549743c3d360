import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createInboxFile } from '../../../../src/main/inbox/inbox-file.ts';
import { createAppStore } from '../../../../src/main/state/store.ts';
import type { Alert } from '../../../../src/shared/alert.ts';
import { anAlert } from '../../../fakes/an-alert.ts';
import { createQuietLog } from '../../../fakes/quiet-log.ts';
import { makeTemporaryDirectory, type TemporaryDirectory } from '../../../fakes/temporary-directory.ts';

/** What its file holds; how it is kept is in `kept-file.test.ts`. */
let directory: TemporaryDirectory;
let path: string;

beforeEach(async () => {
  directory = await makeTemporaryDirectory();
  path = join(directory.path, 'inbox.json');
});
afterEach(() => directory[Symbol.asyncDispose]());

async function run() {
  const log = createQuietLog();
  const file = createInboxFile({ path, log });
  const store = createAppStore({ inbox: await file.load() });
  file.follow(store);
  return {
    log,
    inbox: () => store.getState().inbox,
    notices: () => store.getState().notices,
    save: (inbox: readonly Alert[]) => {
      store.setState({ inbox });
      return file.flush();
    },
  };
}

const put = (alerts: unknown) => writeFile(path, JSON.stringify({ version: 1, alerts }));

describe('an inbox file', () => {
  it('keeps a line with the longest texts a dialler can bring', async () => {
    const long = '🙂'.repeat(200);
    const inbox = [anAlert(1, { campaign: long, callType: long, status: '🙂'.repeat(60) })];
    await (await run()).save(inbox);
    expect((await run()).inbox()).toEqual(inbox);
  });

  it('holds the newest 500', async () => {
    await put(Array.from({ length: 700 }, (_, index) => anAlert(index + 1)));
    const inbox = (await run()).inbox();
    expect(inbox).toHaveLength(500);
    expect(inbox.at(-1)?.id).toBe(700);
  });

  it.each([
    ['is empty', ''],
    ['was cut short', JSON.stringify({ version: 1, alerts: [anAlert(1)] }).slice(0, 60)],
    ['is of another kind', '[]'],
    ['has a version that is none', '{"version": "1", "alerts": []}'],
    ['has no lines', '{"version": 1}'],
    ['is no text', Buffer.from([0xff, 0xfe, 0x00]).toString('latin1')],
  ])('that %s is kept aside, and the empty inbox that starts is saved', async (_what, text) => {
    await writeFile(path, text);
    const { inbox, notices, save, log } = await run();
    expect(inbox()).toEqual([]);
    const [aside = ''] = await readdir(directory.path);
    expect(notices()).toEqual([{ kind: 'inbox-kept-aside', keptAs: join(directory.path, aside) }]);
    expect(log.lines).toHaveLength(1);
    await save([anAlert(9)]);
    expect((await run()).inbox()).toEqual([anAlert(9)]);
    expect(await readFile(join(directory.path, aside), 'utf8')).toBe(text);
  });

  it('loses the lines that are garbled and no others', async () => {
    const odd = [{ ...anAlert(2), topic: 'weather' }, null, 7, { ...anAlert(3), id: 0 }, { id: 4 }];
    await put([anAlert(1), ...odd, { ...anAlert(5), note: 'surplus' }]);
    const { inbox, notices } = await run();
    expect(inbox()).toEqual([anAlert(1), { ...anAlert(5), note: 'surplus' }]);
    expect(notices()).toMatchObject([{ kind: 'inbox-partly' }]);
  });

  it('holds each line once, as it was last', async () => {
    await put([anAlert(1), anAlert(2), anAlert(1, { isRead: true })]);
    expect((await run()).inbox()).toEqual([anAlert(1, { isRead: true }), anAlert(2)]);
  });
});
