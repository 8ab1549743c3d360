import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createAlerts } from '../../../../src/main/alerts/alerts.ts';
import type { AlertContent } from '../../../../src/main/alerts/content.ts';
import { createWords } from '../../../../src/main/app/words.ts';
import { createAppStore } from '../../../../src/main/state/store.ts';
import { noLiveState, type Reading } from '../../../../src/shared/reading.ts';
import { defaultSettings, type Settings } from '../../../../src/shared/settings.ts';
import { unseenAgent } from '../../../../src/watch/agents.ts';
import { createRecorder } from '../../../../src/watch/monitor/recorder.ts';
import { anAlert, aRule, noonMs, quietSettings } from '../../../fakes/alert-world.ts';
import { aCall, aReading } from '../../../fakes/builders.ts';
import { createQuietLog } from '../../../fakes/quiet-log.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: noonMs });
});
afterEach(() => {
  vi.useRealTimers();
});

const users = ['ana', 'ben', 'cai', 'dev'];
const words = createWords();

function setUp(settings: Partial<Settings> = {}, more: Parameters<typeof createAppStore>[0] = {}) {
  const agents = new Map(users.map((user) => [user, unseenAgent(user, noLiveState)]));
  const store = createAppStore({
    agents,
    health: { kind: 'ok', sinceMs: 0 },
    settings: { ...defaultSettings, ...settings },
    ...more,
  });
  const clock = { nowMs: () => performance.now(), wallMs: () => Date.now() };
  const openConditions: AlertContent[] = [];
  const shown: AlertContent[] = [];
  let isBroken = false;
  let idleMs = 0;
  const asked = vi.fn(() => idleMs);
  const alerts = createAlerts({
    store,
    words,
    clock,
    log: createQuietLog(),
    idleMs: asked,
    show: (content) => {
      if (isBroken) throw new Error('no notifications here');
      shown.push(content);
      openConditions.push(content);
      return {
        close: () =>
          void openConditions.splice(
            openConditions.indexOf(content),
            openConditions.includes(content) ? 1 : 0,
          ),
      };
    },
  });
  const recorder = createRecorder({ store, onUpdate: alerts.take });
  const says = (user: string, said: string | Reading, afterGap = false) =>
    recorder.record(
      user,
      { reading: typeof said === 'string' ? aReading(said) : said, unknownStatus: null },
      clock.nowMs(),
      afterGap,
    );
  return {
    store,
    alerts,
    shown,
    titles: () => shown.map(({ title }) => title),
    /** Not closed again. */
    openConditions: () => openConditions.map(({ title }) => title),
    says,
    begin: (status = 'READY') => {
      for (const user of users) says(user, status);
      vi.advanceTimersByTime(5_000);
    },
    lose: () => {
      store.setState(({ agents: known }) => ({
        agents: new Map([...known].map(([user, agent]) => [user, { ...agent, staleSinceMs: 0 }])),
      }));
      alerts.take({ changes: [], unknownStatus: null });
    },
    want: (wanted: Partial<Settings>) =>
      store.setState((state) => ({ settings: { ...state.settings, ...wanted } })),
    break: (now: boolean) => {
      isBroken = now;
    },
    beIdle: (ms: number) => {
      idleMs = ms;
    },
    asked,
    inbox: () => store.getState().inbox,
  };
}

const loud = aRule(
  { kind: 'in-family', family: 'paused', longerThanMs: 10_000 },
  { escalation: { row: 0, icon: 0, notify: 0, sound: 0 } },
);

describe('the alerts at work', () => {
  it('show a call at once and enter it', () => {
    const { begin, says, titles, inbox, store } = setUp();
    begin();
    const { inboxRevision } = store.getState();
    says('ana', aCall());
    expect(titles()).toEqual(['Call connected: ana']);
    expect(inbox()).toMatchObject([{ topic: 'call-connected', atMs: noonMs + 5_000 }]);
    expect(store.getState().inboxRevision).toBe(inboxRevision + 1);
  });

  it('set one timer for what time alone brings, and none without', () => {
    const { begin, says, titles } = setUp({ ...quietSettings, rules: [loud] });
    begin();
    expect(vi.getTimerCount()).toBe(0);
    says('ana', 'PAUSE');
    says('ben', 'PAUSE');
    expect(vi.getTimerCount()).toBe(1);
    vi.advanceTimersByTime(10_000);
    expect(titles()).toHaveLength(2);
    expect(vi.getTimerCount()).toBe(1);
    says('ana', 'READY');
    says('ben', 'READY');
    expect(vi.getTimerCount()).toBe(0);
  });

  it('number on from what the inbox kept over a restart', () => {
    const { begin, says, inbox } = setUp({}, { inbox: [anAlert({ id: 41 })] });
    begin();
    says('ana', aCall());
    expect(inbox()[1]?.id).toBeGreaterThan(41);
  });

  it('notify again in place of the former notification, until acknowledged', () => {
    const { begin, says, titles, openConditions, alerts, inbox } = setUp({ ...quietSettings, rules: [loud] });
    begin();
    says('ana', 'PAUSE');
    vi.advanceTimersByTime(10_000 + 120_000);
    expect(titles()).toHaveLength(3);
    expect(openConditions()).toHaveLength(1);
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

  it('stop knocking for what is cleared, and fold later short calls into a line of their own', () => {
    const { begin, says, titles, alerts, inbox } = setUp();
    begin();
    const shortCall = (lead: string) => {
      says('ana', aCall(lead));
      vi.advanceTimersByTime(5_000);
      says('ana', 'READY');
      vi.advanceTimersByTime(5_000);
    };
    for (const lead of ['1', '2', '3']) shortCall(lead);
    expect(inbox()).toMatchObject([{ topic: 'short-calls', count: 3 }]);
    alerts.clear();
    expect(inbox()).toEqual([]);
    for (const lead of ['4', '5', '6', '7']) shortCall(lead);
    expect(inbox()).toMatchObject([{ topic: 'short-calls', count: 4 }]);
    expect(titles()).toHaveLength(6);
  });

  it('close the notifications that a line takes the place of', () => {
    const { begin, says, openConditions } = setUp();
    begin();
    for (const lead of ['1', '2', '3']) {
      says('ana', aCall(lead));
      vi.advanceTimersByTime(5_000);
      says('ana', 'READY');
      vi.advanceTimersByTime(5_000);
    }
    expect(openConditions()).toHaveLength(1);
  });

  it('leave a summary openConditions that also tells of others', () => {
    const { begin, says, openConditions } = setUp();
    begin();
    for (const user of users) says(user, aCall(`1 of ${user}`));
    vi.advanceTimersByTime(5_000);
    for (const lead of ['2', '3']) {
      says('ana', 'READY');
      vi.advanceTimersByTime(5_000);
      says('ana', aCall(lead));
      vi.advanceTimersByTime(5_000);
    }
    says('ana', 'READY');
    // The first of the three short calls is in the summary, the second had a notification of its own.
    expect(openConditions()).toHaveLength(2);
    expect(openConditions()[0]).toContain('4 calls');
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
    vi.advanceTimersByTime(1_000);
    expect(titles()).toHaveLength(1);
    expect(titles()[0]).toContain('2 calls');
    vi.advanceTimersByTime(600_000);
    expect(titles()).toHaveLength(1);
  });

  it('wait for a round of questions also when nobody else seems to be out of sight', () => {
    const { begin, says, titles } = setUp();
    begin();
    says('ana', aCall('1'), true);
    vi.advanceTimersByTime(1_500);
    says('ben', aCall('2'), true);
    expect(titles()).toEqual([]);
    vi.advanceTimersByTime(1_000);
    expect(titles()).toHaveLength(1);
  });

  it('wait for nobody for ever', () => {
    const { begin, says, titles, lose } = setUp();
    begin();
    lose();
    says('ana', aCall('1'), true);
    vi.advanceTimersByTime(16_000);
    expect(titles()).toEqual([]);
    vi.advanceTimersByTime(2_000);
    expect(titles()).toHaveLength(1);
  });

  it('notify for nothing while muted, and keep the reason', () => {
    const { begin, says, shown, inbox, store } = setUp({ mutedUntilMs: noonMs + 3_600_000 });
    begin();
    says('ana', aCall());
    expect(shown).toEqual([]);
    expect(inbox()).toMatchObject([{ quiet: 'muted' }]);
    expect(store.getState().keptQuiet).toMatchObject([{ reason: 'muted', agentUser: 'ana' }]);
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

  it('keep the same openConditions while nothing of it differs', () => {
    const { begin, says, store } = setUp({ ...quietSettings, rules: [loud] });
    begin();
    says('ana', 'PAUSE');
    vi.advanceTimersByTime(10_000);
    const before = store.getState().openConditions;
    says('ben', aCall());
    vi.advanceTimersByTime(120_000);
    expect(store.getState().openConditions).toBe(before);
    says('ana', 'READY');
    expect(store.getState().openConditions).not.toBe(before);
    const nothing = store.getState().openConditions;
    says('ben', 'READY');
    expect(store.getState().openConditions).toBe(nothing);
  });

  it('ask whether somebody is at the computer only about the user’s own open states', () => {
    const { begin, says, asked, beIdle, titles } = setUp({ ...quietSettings, nudges: true, me: 'ana' });
    beIdle(60_000);
    begin();
    says('ben', 'PAUSE');
    expect(asked).not.toHaveBeenCalled();
    says('ana', 'PAUSE');
    vi.advanceTimersByTime(4 * 60_000);
    expect(titles()).toEqual([]);
    beIdle(29_999);
    vi.advanceTimersByTime(15_000);
    expect(titles()).toHaveLength(1);
  });

  it('follow the language of the moment', () => {
    const { begin, says, titles, store } = setUp();
    begin();
    store.setState({ language: 'es' });
    says('ana', aCall());
    expect(titles()).toEqual(['Llamada conectada: ana']);
  });

  it('survive a notification that cannot be shown', () => {
    const { begin, says, titles, inbox, break: breakIt } = setUp();
    begin();
    breakIt(true);
    expect(() => says('ana', aCall())).not.toThrow();
    expect(inbox()).toHaveLength(1);
    breakIt(false);
    says('ben', aCall());
    expect(titles()).toEqual(['Call connected: ben']);
  });

  it('hear of what others change when they hear of an alert', () => {
    const rules = [loud];
    const { begin, says, store, want, inbox } = setUp({ ...quietSettings, rules: [] });
    begin();
    store.follow((state, before) => {
      if (state.keptQuiet !== before.keptQuiet && state.settings.rules.length === 0) want({ rules });
    });
    says('ana', 'PAUSE');
    vi.advanceTimersByTime(10_000);
    expect(inbox()).toMatchObject([{ topic: 'overstay' }]);
  });

  it('tell, show and time nothing once stopped', () => {
    const { begin, says, alerts, shown, inbox, lose } = setUp({ rules: [loud] });
    begin();
    says('ana', 'PAUSE');
    lose();
    says('ben', aCall(), true);
    alerts.stop();
    const { length } = inbox();
    says('cai', aCall('102'), true);
    vi.advanceTimersByTime(3_600_000);
    expect(shown).toEqual([]);
    expect(inbox()).toHaveLength(length);
    expect(vi.getTimerCount()).toBe(0);
  });
});
