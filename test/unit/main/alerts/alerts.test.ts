import { describe, expect, it, vi } from 'vitest';
import { createAlerts } from '../../../../src/main/alerts/alerts.ts';
import type { AlertContent } from '../../../../src/main/alerts/content.ts';
import { createWords } from '../../../../src/main/app/words.ts';
import { createAppStore } from '../../../../src/main/state/store.ts';
import { noLiveState, type Reading } from '../../../../src/shared/reading.ts';
import { defaultSettings, type Settings } from '../../../../src/shared/settings.ts';
import { unseenAgent } from '../../../../src/watch/agents.ts';
import { foldReading } from '../../../../src/watch/monitor/fold-reading.ts';
import { createRecorder } from '../../../../src/watch/monitor/recorder.ts';
import { aRule, noonMs, quietSettings } from '../../../fakes/alert-world.ts';
import { anAlert } from '../../../fakes/an-alert.ts';
import { aCall, aReading } from '../../../fakes/builders.ts';
import { stoppedClock, stopTime } from '../../../fakes/fake-timers.ts';
import { createQuietLog } from '../../../fakes/quiet-log.ts';

stopTime(noonMs);

const users = ['ana', 'ben', 'cai', 'dev'];

function setUp(settings: Partial<Settings> = {}, more: Parameters<typeof createAppStore>[0] = {}) {
  const agents = new Map(users.map((user) => [user, unseenAgent(user, noLiveState)]));
  const store = createAppStore({
    agents,
    health: { kind: 'ok', sinceMs: 0 },
    settings: { ...defaultSettings, ...settings },
    ...more,
  });
  const open = new Set<AlertContent>();
  const shown: AlertContent[] = [];
  const idleMs = vi.fn(() => 0);
  const show = vi.fn((content: AlertContent) => {
    shown.push(content);
    open.add(content);
    return { close: () => void open.delete(content) };
  });
  const alerts = createAlerts({
    store,
    words: createWords(),
    clock: stoppedClock,
    log: createQuietLog(),
    idleMs,
    inSight: () => null,
    show,
  });
  const recorder = createRecorder({ store, onUpdate: alerts.take });
  const says = (user: string, said: string | Reading, late = false) => {
    const before = store.getState().agents.get(user);
    if (before === undefined) return;
    const reading = typeof said === 'string' ? aReading(said) : said;
    const seenMs = stoppedClock.nowMs();
    const { agent, kinds } = foldReading(before, reading, seenMs, late);
    recorder.record(agent, { kinds, seenMs, late });
  };
  return {
    store,
    alerts,
    shown,
    titles: () => shown.map(({ title }) => title),
    /** Of those that are not closed again. */
    openTitles: () => [...open].map(({ title }) => title),
    says,
    begin: (status = 'READY') => {
      for (const user of users) says(user, status);
      vi.advanceTimersByTime(5_000);
    },
    shortCall: (lead: string) => {
      says('ana', aCall(lead));
      vi.advanceTimersByTime(5_000);
      says('ana', 'READY');
      vi.advanceTimersByTime(5_000);
    },
    lose: () => {
      store.setState(({ agents: known }) => ({
        agents: new Map([...known].map(([user, agent]) => [user, { ...agent, staleSinceMs: 0 }])),
      }));
      alerts.take({ changes: [], unknownStatus: null });
    },
    show,
    idleMs,
    inbox: () => store.getState().inbox,
    inboxIds: () => store.getState().inbox.map(({ id }) => id),
  };
}

const loud = aRule(
  { kind: 'in-family', family: 'paused', longerThanMs: 10_000 },
  { escalation: { row: 0, icon: 0, notify: 0, sound: 0 } },
);

describe('the alerts at work', () => {
  it('show a call at once, in the language of the moment, and enter it', () => {
    const { begin, says, titles, inbox, store } = setUp();
    begin();
    const { inboxRevision } = store.getState();
    says('ana', aCall());
    expect(inbox()).toMatchObject([{ topic: 'call-connected', atMs: noonMs + 5_000 }]);
    expect(store.getState().inboxRevision).toBe(inboxRevision + 1);
    store.setState({ language: 'es' });
    says('ben', aCall());
    expect(titles()).toEqual(['Call connected: ana', 'Llamada conectada: ben']);
  });

  it('number on from what the inbox kept over a restart', () => {
    const { begin, says, inboxIds } = setUp({}, { inbox: [anAlert(41)] });
    begin();
    says('ana', aCall());
    expect(inboxIds()[1]).toBeGreaterThan(41);
  });

  it('notify again in place of the former notification, until acknowledged', () => {
    const { begin, says, titles, openTitles, alerts, inbox } = setUp({ ...quietSettings, rules: [loud] });
    begin();
    says('ana', 'PAUSE');
    vi.advanceTimersByTime(10_000 + 120_000);
    expect(titles()).toHaveLength(3);
    expect(openTitles()).toHaveLength(1);
    alerts.acknowledge(inbox()[0]?.id ?? 0);
    expect(inbox()).toMatchObject([{ isRead: true }]);
    vi.advanceTimersByTime(600_000);
    expect(titles()).toHaveLength(3);
  });

  it('take an acknowledged alert off the icon at once, and leave the row', () => {
    const { begin, says, alerts, store } = setUp({ ...quietSettings, rules: [loud] });
    begin();
    says('ana', 'PAUSE');
    vi.advanceTimersByTime(10_000);
    expect(store.getState().openConditions).toMatchObject({ icon: [{ topic: 'overstay' }] });
    alerts.acknowledge(null);
    expect(store.getState().openConditions).toMatchObject({ icon: [], rows: new Map([['ana', 'warning']]) });
  });

  it('fold short calls into a line that closes their notifications, and into another once that is cleared', () => {
    const { begin, shortCall, titles, openTitles, alerts, inbox } = setUp();
    begin();
    for (const lead of ['1', '2', '3']) shortCall(lead);
    expect(inbox()).toMatchObject([{ topic: 'short-calls', count: 3 }]);
    expect(openTitles()).toHaveLength(1);
    alerts.clear();
    for (const lead of ['4', '5', '6', '7']) shortCall(lead);
    expect(inbox()).toMatchObject([{ topic: 'short-calls', count: 4 }]);
    expect(titles()).toHaveLength(6);
  });

  it('tell in one summary what a gap hid, once everybody was seen again', () => {
    const { begin, says, titles, lose } = setUp();
    begin();
    lose();
    vi.advanceTimersByTime(600_000);
    says('ana', aCall('1'), true);
    vi.advanceTimersByTime(5_000);
    says('ben', aCall('2'), true);
    says('cai', 'READY', true);
    vi.advanceTimersByTime(5_000);
    expect(titles()).toEqual([]);
    says('dev', 'READY', true);
    vi.advanceTimersByTime(600_000);
    expect(titles()).toEqual([expect.stringContaining('2 calls')]);
  });

  it.each([
    ['a round of questions, when nobody else seems to be out of sight', false, 1_500, 1_000],
    ['nobody for ever', true, 16_000, 2_000],
  ])('wait for %s', (_whom, areOthersLost, waitsMs, thenMs) => {
    const { begin, says, titles, lose } = setUp();
    begin();
    if (areOthersLost) lose();
    says('ana', aCall('1'), true);
    vi.advanceTimersByTime(waitsMs);
    says('ben', aCall('2'), true);
    expect(titles()).toEqual([]);
    vi.advanceTimersByTime(thenMs);
    expect(titles()).toHaveLength(1);
  });

  it('disarm what was asked for once in the settings themselves', () => {
    const other = { agentUser: 'ben', event: 'free' } as const;
    const tellWhens = [{ agentUser: 'ana', event: 'call-ends' } as const, other];
    const { begin, says, titles, store } = setUp({ ...quietSettings, tellWhens });
    begin('IN CALL');
    says('ana', 'DISPOSITION');
    expect(titles()).toHaveLength(1);
    expect(store.getState().settings.tellWhens).toEqual([other]);
  });

  it('ask whether somebody is at the computer only about the user’s own open states', () => {
    const { begin, says, idleMs, titles } = setUp({ ...quietSettings, nudges: true, me: 'ana' });
    idleMs.mockReturnValue(60_000);
    begin();
    says('ben', 'PAUSE');
    expect(idleMs).not.toHaveBeenCalled();
    says('ana', 'PAUSE');
    vi.advanceTimersByTime(4 * 60_000);
    expect(titles()).toEqual([]);
    idleMs.mockReturnValue(29_999);
    vi.advanceTimersByTime(15_000);
    expect(titles()).toHaveLength(1);
  });

  it('survive a notification that cannot be shown', () => {
    const { begin, says, titles, inbox, show } = setUp();
    begin();
    show.mockImplementationOnce(() => {
      throw new Error('no notifications here');
    });
    expect(() => says('ana', aCall())).not.toThrow();
    expect(inbox()).toHaveLength(1);
    says('ben', aCall());
    expect(titles()).toEqual(['Call connected: ben']);
  });

  it('hear of what others change when they hear of an alert', () => {
    const { begin, says, store, inbox } = setUp(quietSettings);
    begin();
    store.follow(({ keptQuiet, settings }, before) => {
      if (keptQuiet === before.keptQuiet || settings.rules.length > 0) return;
      store.setState({ settings: { ...settings, rules: [loud] } });
    });
    says('ana', 'PAUSE');
    vi.advanceTimersByTime(10_000);
    expect(inbox()).toMatchObject([{ topic: 'overstay' }]);
  });

  it('tell, show and time nothing once stopped', () => {
    const { begin, says, alerts, titles, inbox, lose } = setUp({ rules: [loud] });
    begin();
    says('ana', 'PAUSE');
    lose();
    says('ben', aCall(), true);
    alerts.stop();
    const { length } = inbox();
    says('cai', aCall('102'), true);
    vi.advanceTimersByTime(3_600_000);
    expect(titles()).toEqual([]);
    expect(inbox()).toHaveLength(length);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('clearing the inbox', () => {
  const lines = [anAlert(1), anAlert(2, { isRead: true })];

  it('is done at once, and can be undone once, with what came meanwhile kept', () => {
    const { store, alerts, inbox, inboxIds } = setUp({}, { inbox: lines });
    alerts.clear();
    expect(inbox()).toEqual([]);
    store.setState({ inbox: [anAlert(4)] });
    const { inboxRevision } = store.getState();
    alerts.restore();
    expect(inbox()).toEqual([...lines, anAlert(4)]);
    expect(store.getState().inboxRevision).toBeGreaterThan(inboxRevision);
    alerts.restore();
    expect(inboxIds()).toEqual([1, 2, 4]);
  });

  it('that never was brings nothing', () => {
    const { alerts, inboxIds } = setUp({}, { inbox: lines });
    alerts.restore();
    expect(inboxIds()).toEqual([1, 2]);
  });
});

describe('what is held back for a summary', () => {
  /** Four calls at once: three are shown, and all become one summary after two seconds. */
  function holdFour(settings: Partial<Settings> = {}) {
    const set = setUp(settings);
    set.begin();
    vi.advanceTimersByTime(5_000);
    for (const [index, user] of users.entries()) set.says(user, aCall(`${index}`));
    return set;
  }
  const change = ({ store }: ReturnType<typeof setUp>, more: Partial<Settings>) =>
    store.setState(({ settings }) => ({ settings: { ...settings, ...more } }));

  it('is not shown once notifications are muted, and its lines say so', () => {
    const set = holdFour();
    change(set, { mutedUntilMs: noonMs + 60 * 60_000 });
    vi.advanceTimersByTime(3_000);
    expect(set.titles()).toHaveLength(3);
    expect(set.openTitles()).toEqual([]);
    expect(set.store.getState().inbox.map(({ quiet }) => quiet)).toEqual(Array(4).fill('muted'));
    expect(set.store.getState().keptQuiet.filter(({ reason }) => reason === 'muted')).toHaveLength(4);
  });

  it('names only what was not read or muted meanwhile', () => {
    const set = holdFour();
    set.alerts.acknowledge(set.store.getState().inbox[0]?.id ?? 0);
    change(set, { mutedAgents: ['ben'] });
    vi.advanceTimersByTime(3_000);
    expect(set.shown.at(-1)).toMatchObject({ title: '2 calls connected', body: 'cai, dev' });
  });

  it('shows no number once somebody is presenting', () => {
    const set = setUp();
    set.begin();
    vi.advanceTimersByTime(5_000);
    set.says('ana', aCall('1', { inCallWith: '15550104477' }), true);
    change(set, { isPresenting: true });
    vi.advanceTimersByTime(20_000);
    expect(set.shown).toHaveLength(1);
    expect(JSON.stringify(set.shown)).not.toContain('77');
  });

  it('is gone with the inbox that was cleared', () => {
    const set = holdFour();
    set.alerts.clear();
    vi.advanceTimersByTime(3_000);
    expect(set.titles()).toHaveLength(3);
    expect(set.openTitles()).toEqual([]);
  });
});

it('what was read, cleared or is over leaves the desktop', () => {
  const { begin, says, alerts, store, openTitles } = setUp();
  begin();
  for (const user of ['ana', 'ben', 'cai']) {
    vi.advanceTimersByTime(5_000);
    says(user, aCall(user));
  }
  expect(openTitles()).toHaveLength(3);
  says('ben', 'READY');
  expect(openTitles()).toEqual(['Call connected: ana', 'Call connected: cai']);
  alerts.acknowledge(store.getState().inbox[0]?.id ?? 0);
  expect(openTitles()).toEqual(['Call connected: cai']);
  alerts.clear();
  expect(openTitles()).toEqual([]);
});
