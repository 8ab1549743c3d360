import { act, screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  type AlertView,
  type InboxView,
  type KeptQuietView,
  quietReasons,
} from '../../../../src/shared/alert.ts';
import type { CrocoApi } from '../../../../src/shared/bridge.ts';
import { fail, succeed } from '../../../../src/shared/result.ts';
import { anAgent, aView } from '../../../fakes/a-view.ts';
import { createFakeCroco } from '../fake-croco.ts';
import { click, key, press, title } from '../hand.ts';
import { renderApp } from '../render-app.tsx';

/** A Tuesday, at noon. */
const noonMs = Date.UTC(2026, 10, 24, 12);

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: noonMs });
});

const anAlert = (id: number, more: Partial<AlertView> = {}): AlertView => ({
  id,
  atMs: noonMs - 60_000,
  topic: 'call-connected',
  family: 'in-call',
  agentUser: 'ana',
  title: `Alert ${id}`,
  body: '•••0123 · Spring offer',
  isRead: false,
  quiet: null,
  ...more,
});

const aQuietOne = (id: number, more: Partial<KeptQuietView> = {}): KeptQuietView => ({
  id,
  atMs: noonMs - 60_000,
  agentUser: 'ana',
  title: 'Status changed · PAUSE',
  reason: 'switched-off',
  ...more,
});

const watched = [anAgent({ user: 'ana' }), anAgent({ user: 'ben' })];

async function openInbox(inbox: Partial<InboxView> = {}, answers: Partial<CrocoApi> = {}) {
  let now: InboxView = { alerts: [], keptQuiet: [], ...inbox };
  const listInbox = vi.fn(async () => succeed(now));
  const fake = createFakeCroco(aView({ agents: watched }), { listInbox, ...answers });
  await renderApp(fake);
  await act(async () => fake.update({ route: { seq: 1, screen: 'inbox', agentUser: null } }));
  return {
    fake,
    listInbox,
    /** Main has this now. */
    holds: async (more: Partial<InboxView>) => {
      now = { ...now, ...more };
      const { alerts } = fake.view;
      await act(async () => fake.update({ alerts: { ...alerts, inboxRevision: alerts.inboxRevision + 1 } }));
    },
    asked: (name: keyof CrocoApi) =>
      fake.asked.flatMap(([one, argument]) => (one === name ? [argument] : [])),
  };
}

const choose = (name: string | RegExp) => click(screen.getByRole('radio', { name }));
const lines = () => within(screen.getByRole('list', { name: 'Inbox' })).getAllByRole('listitem');
const lineOf = (title: string) => {
  const line = lines().find(({ textContent }) => textContent.includes(title));
  if (line === undefined) throw new Error(`There is no line "${title}".`);
  return line;
};
async function open(alert: string): Promise<void> {
  const line =
    lineOf(alert).querySelector<HTMLElement>('[data-line]') ?? expect.unreachable('it can be pressed');
  await act(async () => line.focus());
  await click(line);
}

describe('the inbox', () => {
  it('shows each alert with what it says, when it was, and whether it was read', async () => {
    await openInbox({
      alerts: [
        anAlert(3),
        anAlert(2, { isRead: true, atMs: noonMs - 24 * 60 * 60_000 }),
        anAlert(1, { quiet: 'muted', body: '' }),
      ],
    });
    expect(lines().map(({ textContent }) => textContent)).toEqual([
      'Unread.Alert 311:59•••0123 · Spring offer',
      'Alert 2Nov 23, 12:00•••0123 · Spring offer',
      'Unread.Alert 111:59Not shown: notifications were muted',
    ]);
    expect(lineOf('Alert 3').querySelector('time')?.dateTime).toBe('2026-11-24T11:59:00.000Z');
  });

  it('asks again when main has other lines, another language or hides customers, and only then', async () => {
    const { fake, holds, listInbox } = await openInbox({ alerts: [anAlert(1)] });
    expect(listInbox).toHaveBeenCalledTimes(1);
    await act(async () => fake.update({ agents: [anAgent({ user: 'ana', status: 'PAUSE' })] }));
    expect(listInbox).toHaveBeenCalledTimes(1);
    await holds({ alerts: [anAlert(2), anAlert(1)] });
    expect(lines()).toHaveLength(2);
    await act(async () => fake.update({ language: 'es' }));
    expect(listInbox).toHaveBeenCalledTimes(3);
    await act(async () => fake.update({ preferences: { ...fake.view.preferences, isPresenting: true } }));
    expect(listInbox).toHaveBeenCalledTimes(4);
    await press('Volver');
    await holds({ alerts: [] });
    expect(listInbox).toHaveBeenCalledTimes(4);
  });

  it('asks one thing at a time, and once more for all that came meanwhile', async () => {
    const first = Promise.withResolvers<void>();
    const listInbox = vi.fn<CrocoApi['listInbox']>(async () =>
      succeed({ alerts: [anAlert(2)], keptQuiet: [] }),
    );
    listInbox.mockImplementationOnce(() =>
      first.promise.then(() => succeed({ alerts: [anAlert(1)], keptQuiet: [] })),
    );
    const { holds } = await openInbox({}, { listInbox });
    for (let turn = 0; turn < 5; turn += 1) await holds({});
    expect(listInbox).toHaveBeenCalledTimes(1);
    await act(async () => first.resolve());
    expect(listInbox).toHaveBeenCalledTimes(2);
    expect(lineOf('Alert 2')).toBeDefined();
  });

  it('offers to try again when there is no answer', async () => {
    const listInbox = vi.fn<CrocoApi['listInbox']>().mockResolvedValueOnce(fail({ kind: 'internal' }));
    listInbox.mockResolvedValue(succeed({ alerts: [anAlert(1)], keptQuiet: [] }));
    await openInbox({}, { listInbox });
    await press('Try again');
    expect(lines()).toHaveLength(1);
  });

  it('goes from a line to its agent, and has it read', async () => {
    const { asked } = await openInbox({ alerts: [anAlert(7, { agentUser: 'ben' })] });
    await open('Alert 7');
    expect(asked('acknowledge')).toEqual([{ id: 7 }]);
    expect(title()).not.toBe('Inbox');
    expect(document.activeElement?.getAttribute('data-user')).toBe('ben');
  });

  it('stays where it is on a line about nobody, and on one about an agent not watched any more', async () => {
    const { asked } = await openInbox({
      alerts: [
        anAlert(7, { agentUser: null, family: null, topic: 'connection-problem' }),
        anAlert(6, { agentUser: 'zoe' }),
      ],
    });
    await open('Alert 7');
    await open('Alert 6');
    expect(asked('acknowledge')).toEqual([{ id: 7 }, { id: 6 }]);
    expect(title()).toBe('Inbox');
  });

  it('marks one line as read and not twice, or all', async () => {
    const { asked, holds } = await openInbox({ alerts: [anAlert(2), anAlert(1)] });
    await press('Mark as read: Alert 1');
    expect(asked('acknowledge')).toEqual([{ id: 1 }]);
    await holds({ alerts: [anAlert(2), anAlert(1, { isRead: true, agentUser: null })] });
    await open('Alert 1');
    expect(screen.queryByRole('button', { name: 'Mark as read: Alert 1' })).toBeNull();
    await press('Mark all as read');
    expect(asked('acknowledge')).toEqual([{ id: 1 }, { id: null }]);
    await holds({ alerts: [anAlert(2, { isRead: true })] });
    expect(screen.getByRole('button', { name: 'Mark all as read' }).hasAttribute('disabled')).toBe(true);
  });

  it('shows only the unread on demand, and goes on to the next when one was read', async () => {
    const { holds } = await openInbox({
      alerts: [anAlert(3), anAlert(2, { isRead: true }), anAlert(1)],
    });
    await choose('Unread (2)');
    expect(lines()).toHaveLength(2);
    await press('Mark as read: Alert 3');
    await holds({ alerts: [anAlert(3, { isRead: true }), anAlert(1)] });
    expect(lines()).toHaveLength(1);
    expect(document.activeElement?.getAttribute('data-line')).toBe('1');
    await press('Mark as read: Alert 1');
    await holds({ alerts: [anAlert(1, { isRead: true })] });
    expect(screen.getByRole('heading', { name: 'All read' })).toBeDefined();
  });

  it('clears at once, and Undo brings it back; a clearing that failed has none', async () => {
    const clearInbox = vi.fn<CrocoApi['clearInbox']>(async () => succeed(null));
    clearInbox.mockResolvedValueOnce(fail({ kind: 'internal' }));
    const { asked } = await openInbox({ alerts: [anAlert(1)] }, { clearInbox });
    await press('Clear');
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
    await press('Clear');
    expect(asked('restoreInbox')).toHaveLength(0);
    await press('Undo');
    expect(asked('restoreInbox')).toHaveLength(1);
  });

  it('is gone through by arrows, with one stop for Tab and its own button after it', async () => {
    await openInbox({ alerts: [anAlert(3), anAlert(2), anAlert(1)] });
    const tabStops = () =>
      [...screen.getByRole('list', { name: 'Inbox' }).querySelectorAll('button')]
        .filter(({ tabIndex }) => tabIndex >= 0)
        .map((button) => button.getAttribute('aria-label') ?? button.dataset['line']);
    expect(tabStops()).toEqual(['3', 'Mark as read: Alert 3']);
    await act(async () => lineOf('Alert 3').querySelector<HTMLElement>('[data-line]')?.focus());
    await key('ArrowDown');
    expect(document.activeElement?.getAttribute('data-line')).toBe('2');
    expect(tabStops()).toEqual(['2', 'Mark as read: Alert 2']);
  });

  it('tells of what comes while it is open, and of nothing that was there', async () => {
    const { holds } = await openInbox({ alerts: [anAlert(1)] });
    const said = () =>
      screen
        .getAllByRole('status')
        .map(({ textContent }) => textContent)
        .join('');
    expect(said()).toBe('');
    await holds({ alerts: [anAlert(4), anAlert(3), anAlert(2), anAlert(1)] });
    expect(said()).toBe('3 new alerts');
    await holds({ alerts: [] });
    await holds({ alerts: [anAlert(5), anAlert(4)] });
    expect(said()).toBe('1 new alert');
  });
});

describe('what was kept quiet', () => {
  it('says why in words, and can be scrolled by the keyboard', async () => {
    await openInbox({ keptQuiet: quietReasons.map((reason, id) => aQuietOne(id, { reason })) });
    await choose('Kept quiet');
    expect(screen.getByRole('region', { name: 'Kept quiet' }).tabIndex).toBe(0);
    const entries = within(screen.getByRole('list', { name: 'Why no notification?' })).getAllByRole(
      'listitem',
    );
    expect(entries).toHaveLength(quietReasons.length);
    for (const { textContent } of entries) {
      expect(textContent).toMatch(/^ana · Status changed · PAUSE11:59[A-Z][a-z0-9 ,']+$/);
    }
  });
});

it('asked about an agent, it opens on why nothing was told of them, and on everybody on demand', async () => {
  const { fake } = await openInbox({
    keptQuiet: [aQuietOne(3), aQuietOne(2, { agentUser: 'ben' }), aQuietOne(1, { agentUser: null })],
  });
  const entries = () =>
    within(screen.getByRole('list', { name: 'Why no notification?' })).getAllByRole('listitem');
  const askAbout = async (user: string, seq: number) => {
    await act(async () => fake.update({ route: { seq, screen: 'agents', agentUser: user } }));
    await press('Why no notification?');
  };
  await askAbout('ana', 2);
  expect(entries().map(({ textContent }) => textContent)).toEqual([expect.stringContaining('ana')]);
  await press('Only ana. Show all agents');
  expect(entries()).toHaveLength(3);
  expect(screen.queryByRole('button', { name: /^Only/ })).toBeNull();
  await act(async () => fake.update({ agents: [anAgent({ user: 'zoe' })] }));
  await askAbout('zoe', 3);
  expect(screen.getByText('Nothing about zoe was kept quiet since the app started.')).toBeDefined();
});

it('the mute asks for a span, shows how long it still is, and ends on demand', async () => {
  const { fake, asked } = await openInbox();
  for (const name of ['Mute: 15 min', 'Mute: 1 h', 'Mute: Until tomorrow']) await press(name);
  expect(asked('mute')).toEqual([{ span: '15-min' }, { span: '1-hour' }, { span: 'tomorrow' }]);
  const { alerts } = fake.view;
  await act(async () => fake.update({ alerts: { ...alerts, mutedUntilMs: noonMs + 14 * 60_000 + 31_400 } }));
  expect(screen.getByText('Muted for 14:32 more')).toBeDefined();
  expect(screen.queryByRole('button', { name: 'Mute: 1 h' })).toBeNull();
  await press('Unmute');
  expect(asked('mute').at(-1)).toEqual({ span: null });
});
