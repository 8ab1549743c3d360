import { beforeAll, describe, expect, it } from 'vitest';
import type { AppParts } from '../../src/main/assemble.ts';
import type { AppState, AppStore } from '../../src/main/state/store.ts';
import { isFlawless, type Judgement, judge } from '../replay/judge.ts';
import { playShift } from '../replay/play-shift.ts';
import type { Recording } from '../replay/recording.ts';
import { floorOf } from '../replay/shift-floor.ts';
import { outage, planOf } from '../replay/shift-plan.ts';
import { type TrueCall, trueCallsOf } from '../replay/true-calls.ts';

const minuteMs = 60_000;
const plan = planOf({ hours: 1.5, agentCount: 20, seed: 7, intervalMs: 5_000 }, [
  outage(15 * minuteMs, 4 * minuteMs, 'connection-broken'),
  { kind: 'sleep', fromMs: 50 * minuteMs, lengthMs: 20 * minuteMs, problem: 'offline' },
]);

let calls: readonly TrueCall[];
let recording: Recording;
let judgement: Judgement;
const play = async (change?: (parts: AppParts) => AppParts): Promise<Judgement> =>
  judge(await playShift(plan, change), calls);

beforeAll(async () => {
  calls = trueCallsOf(floorOf(plan), plan);
  recording = await playShift(plan);
  judgement = judge(recording, calls);
});

describe('a shift with an outage and a sleep', () => {
  it('has calls, late ones and short ones, to prove anything by', () => {
    expect(judgement.figures['callsLongerThanInterval']).toBeGreaterThan(150);
    expect(judgement.figures['callsHiddenByGaps']).toBeGreaterThan(10);
    expect(judgement.figures['callsThereAtStart']).toBeGreaterThan(3);
    expect(judgement.figures['late']).toBeGreaterThan(5);
    expect(judgement.byTopic['short-calls']).toBe(1);
    expect(judgement.byTopic['connection-problem']).toBe(1);
    expect(judgement.figures['callsCountedByLines']).toBeGreaterThan(3);
  });

  it('reports every call longer than the interval exactly once, and has no other fault', () => {
    expect(judgement.faults).toEqual(
      Object.fromEntries(Object.keys(judgement.faults).map((name) => [name, 0])),
    );
    expect(judgement.figures['callsReported']).toBeGreaterThanOrEqual(
      judgement.figures['callsLongerThanInterval'] ?? Number.POSITIVE_INFINITY,
    );
  });

  it('makes the same alerts when it is replayed', async () => {
    expect((await play()).hash).toBe(judgement.hash);
  });
});

type Change = (state: Partial<AppState>) => Partial<AppState>;

/** The real app, in whose state somebody meddles. */
const meddled =
  (change: Change) =>
  ({ store, ...parts }: AppParts): AppParts => {
    const setState: AppStore['setState'] = (wanted) =>
      store.setState(change(typeof wanted === 'function' ? wanted(store.getState()) : wanted));
    return { ...parts, store: { ...store, setState } };
  };

/** Notifications are shown that many times. */
const shownTimes =
  (times: number) =>
  (parts: AppParts): AppParts => ({
    ...parts,
    createNotifier: (wishes) => {
      const { show } = parts.createNotifier(wishes);
      return {
        show: (content) => {
          const all = Array.from({ length: times }, () => show(content));
          return { close: () => all.forEach((one) => void one.close()) };
        },
      };
    },
  });

/** Does something to the tenth line about a connected call, as it comes. */
function toTenthCall(meddle: (inbox: AppState['inbox']) => AppState['inbox']): Change {
  let seen = 0;
  let lastId = 0;
  let isDone = false;
  return (state) => {
    const last = state.inbox?.at(-1);
    if (state.inbox === undefined || isDone || last === undefined || last.id <= lastId) return state;
    lastId = last.id;
    if (last.topic !== 'call-connected') return state;
    seen += 1;
    isDone = seen === 10;
    return isDone ? { ...state, inbox: meddle(state.inbox) } : state;
  };
}

describe('the judge', () => {
  it('misses an alert that is dropped', async () => {
    const { faults } = await play(meddled(toTenthCall((inbox) => inbox.slice(0, -1))));
    expect(faults).toMatchObject({ missing: 1, duplicates: 0 });
  });

  it('notices an alert that comes twice', async () => {
    const twice = await play(
      meddled(
        toTenthCall((inbox) =>
          inbox.flatMap((alert) => (alert === inbox.at(-1) ? [alert, { ...alert, id: 1e6 }] : [alert])),
        ),
      ),
    );
    expect(twice.faults).toMatchObject({ missing: 0, duplicates: 1, neverNotified: 1 });
  });

  it('notices an alert of an agent who did nothing', async () => {
    const [other] = floorOf(plan).people();
    const moved = await play(
      meddled(
        toTenthCall((inbox) =>
          inbox.map((alert) =>
            alert === inbox.at(-1) ? { ...alert, agentUser: other?.user ?? null } : alert,
          ),
        ),
      ),
    );
    expect(moved.faults.missing).toBe(1);
    expect(moved.faults.duplicates + moved.faults.stray).toBe(1);
  });

  it('notices notifications that are swallowed, and those that are shown twice', async () => {
    const deaf = await play(shownTimes(0));
    expect(deaf.faults.neverNotified).toBe(judgement.figures['alerts']);
    expect((await play(shownTimes(2))).faults.notifiedTwice).toBeGreaterThan(100);
  });

  it('notices that nothing is ever told, and a shift that nobody watched', async () => {
    const idle = await play(meddled(({ inbox: _inbox, ...state }) => state));
    expect(idle.faults.missing).toBe(judgement.figures['callsLongerThanInterval']);
    expect(isFlawless(idle)).toBe(false);
    const cut = new Map([...recording.polls].map(([user, polls]) => [user, polls.slice(0, 300)]));
    const unwatched = judge({ ...recording, polls: cut }, calls);
    expect(unwatched.faults.lookedAway).toBeGreaterThanOrEqual(20);
    expect(unwatched.faults.unseen).toBeGreaterThan(50);
  });

  it('notices alerts born of a first answer, or told of agents long unheard of', () => {
    const startMs = plan.startWallMs;
    const wrong = recording.inbox.map((event) =>
      event.kind === 'line' && event.alert.topic === 'overstay'
        ? { ...event, atMs: startMs, silentForMs: 10 * minuteMs }
        : event,
    );
    const { faults } = judge({ ...recording, inbox: wrong }, calls);
    expect(faults.baselineBorn).toBe(judgement.byTopic['overstay']);
    expect(faults.whileStale).toBe(judgement.byTopic['overstay']);
  });

  it('notices what is told twice in an episode, problem told twice, and a gap summed up twice', () => {
    const topics: readonly string[] = ['overstay', 'connection-problem'];
    const inbox = recording.inbox.flatMap((event) =>
      topics.includes(event.alert.topic)
        ? [event, { ...event, alert: { ...event.alert, id: 1e6 } }]
        : [event],
    );
    const twice = judge({ ...recording, inbox }, calls).faults;
    expect(twice.twiceInAnEpisode).toBe(judgement.byTopic['overstay']);
    expect(twice.problemTwice).toBe(1);
    const shown = recording.shown.flatMap((one) =>
      one.alertIds.length > 1 ? one.alertIds.map((id) => ({ ...one, alertIds: [id] })) : [one],
    );
    expect(judge({ ...recording, shown }, calls).faults.summariesTooMany).toBeGreaterThan(2);
  });
});
