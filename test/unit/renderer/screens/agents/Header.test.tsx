import { act, screen } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import { catalogue } from '../../../../../src/shared/words/catalogue.ts';
import { aView } from '../../../../fakes/a-view.ts';
import { button, press } from '../../hand.ts';
import { luis, prefer, show } from './agents-page.ts';

const alerts = { unread: 0, inboxRevision: 0, mutedUntilMs: null };

test.each([
  [0, 'Inbox', null],
  [99, 'Inbox, 99 unread', '99'],
  [100, 'Inbox, 99+ unread', '99+'],
])('%d unread are told by the bell', async (unread, name, badge) => {
  await show({ alerts: { ...alerts, unread } });
  expect(button(name).textContent).toBe(badge ?? '');
});

test('presenting is said, and ended', async () => {
  const fake = await show({ preferences: prefer({ isPresenting: true }) });
  expect(screen.getByText('Presenting: customer data is hidden')).toBeDefined();
  await press('Stop presenting');
  expect(fake.asked).toContainEqual(['changePreferences', { change: { isPresenting: false } }]);
  await act(async () => fake.update({ preferences: prefer({}) }));
  expect(screen.queryByText(/^Presenting/)).toBeNull();
});

const watch = { ...aView().watch, effectiveIntervalMs: 12_000, slowestIntervalMs: 12_000 };

test.each([
  ['with room for what is set', { ...watch, slowedBy: null }, 'every 12 s'],
  ['on the budget’s edge', { ...watch, slowedBy: 'budget' as const }, 'each agent about every 12 s'],
  [
    'where quiet agents give more',
    { ...watch, slowedBy: 'budget' as const, slowestIntervalMs: 48_000 },
    'each agent every 12 to 48 s',
  ],
  [
    'behind a dialler that is slow',
    { ...watch, slowedBy: 'dialler' as const },
    'as the dialler answers slowly',
  ],
  ['behind a locked screen', { ...watch, slowedBy: 'locked' as const }, 'while the screen is locked'],
])('%s, how often each agent is asked about is said as it is', async (_when, watched, said) => {
  await show({ watch: watched });
  expect(screen.getByText(/^Connected/).textContent).toContain(said);
});

test('a dialler that has stopped answering is told in the words of the tray', async () => {
  await show({ health: { kind: 'ok', sinceMs: 0 }, agents: [{ ...luis, staleSinceMs: -40_000 }] });
  const words = catalogue.en;
  expect(screen.getByText(words.agents.health.silent).textContent?.toLowerCase()).toBe(words.tray.why.stale);
});

test('of whom nothing is known is said beside a connection that works', async () => {
  await show({
    health: { kind: 'ok', sinceMs: 0 },
    agents: [luis, { ...luis, user: 'ana', phase: 'known', staleSinceMs: -40_000 }],
  });
  expect(screen.getByText(/· 1 not heard for 0:50/)).toBeDefined();
});

test.each([
  ['a start without the server', 'waiting', 0],
  ['an outage', 'known', 1],
] as const)(
  'after %s, what was last known is spoken of only where there is any',
  async (_when, phase, times) => {
    await show({
      health: { kind: 'failing', problem: { kind: 'refused' }, sinceMs: 0, retryAtMs: 9_000 },
      agents: [{ ...luis, phase }],
    });
    expect(screen.queryAllByText(/last known/)).toHaveLength(times);
  },
);

const wallMs = Date.UTC(2026, 5, 1, 12);

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval', 'performance'], now: wallMs });
});

test('a mute counts down on the wall clock, is ended by hand, and is gone when it is over', async () => {
  const fake = await show({ alerts: { ...alerts, mutedUntilMs: wallMs + 62_000 } });
  expect(screen.getByText('Notifications muted for 1:02 more')).toBeDefined();
  await act(async () => vi.advanceTimersByTime(61_000));
  expect(screen.getByText('Notifications muted for 0:01 more')).toBeDefined();
  await press('Unmute');
  expect(fake.asked).toContainEqual(['mute', { span: null }]);
  await act(async () => vi.advanceTimersByTime(1_000));
  expect(screen.queryByText(/muted/)).toBeNull();
});
