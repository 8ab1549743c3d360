import { beforeAll, describe, expect, it } from 'vitest';
import { isFlawless, type Judgement, judge } from '../replay/judge.ts';
import { playShift } from '../replay/play-shift.ts';
import type { InboxEvent, Recording } from '../replay/recording.ts';
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
    expect(judge(await playShift(plan), calls).hash).toBe(judgement.hash);
  });
});

/** The recording, with something done to its tenth line about a connected call. */
function judgeWithTenthCall(meddle: (line: InboxEvent) => readonly InboxEvent[]): Judgement {
  const tenth = recording.inbox.filter(
    ({ kind, alert }) => kind === 'line' && alert.topic === 'call-connected',
  )[9];
  const inbox = recording.inbox.flatMap((event) => (event === tenth ? meddle(event) : [event]));
  return judge({ ...recording, inbox }, calls);
}

describe('the judge', () => {
  it('misses an alert that is dropped', () => {
    expect(judgeWithTenthCall(() => []).faults).toMatchObject({ missing: 1, duplicates: 0 });
  });

  it('notices an alert that comes twice', () => {
    const { faults } = judgeWithTenthCall((line) => [line, { ...line, alert: { ...line.alert, id: 1e6 } }]);
    expect(faults).toMatchObject({ missing: 0, duplicates: 1, neverNotified: 1 });
  });

  it('notices an alert of an agent who did nothing', () => {
    const [other] = floorOf(plan).people();
    const agentUser = other?.user ?? null;
    const { faults } = judgeWithTenthCall((line) => [{ ...line, alert: { ...line.alert, agentUser } }]);
    expect(faults.missing).toBe(1);
    expect(faults.duplicates + faults.stray).toBe(1);
  });

  it('notices notifications that are swallowed, and those that are shown twice', () => {
    const deaf = judge({ ...recording, shown: [] }, calls);
    expect(deaf.faults.neverNotified).toBe(judgement.figures['alerts']);
    const twice = judge({ ...recording, shown: recording.shown.flatMap((one) => [one, one]) }, calls);
    expect(twice.faults.notifiedTwice).toBeGreaterThan(100);
  });

  it('notices that nothing is ever told, and a shift that nobody watched', () => {
    const idle = judge({ ...recording, inbox: [], shown: [] }, calls);
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
