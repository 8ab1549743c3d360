import { beforeAll, describe, expect, it, test } from 'vitest';
import { type Judgement, judge } from '../replay/judge.ts';
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

/** What becomes of the recording where only alerts of these topics are meddled with. */
const linesAs =
  (topics: readonly string[], meddle: (line: InboxEvent) => readonly InboxEvent[]) =>
  (was: Recording): Partial<Recording> => ({
    inbox: was.inbox.flatMap((event) => (topics.includes(event.alert.topic) ? meddle(event) : [event])),
  });
const again = (line: InboxEvent): readonly InboxEvent[] => [
  line,
  { ...line, alert: { ...line.alert, id: 1e6 } },
];

/** A judge who finds nothing wrong with these would prove nothing. */
test.each<[string, (was: Recording) => Partial<Recording>, readonly (keyof Judgement['faults'])[]]>([
  ['alerts that are dropped', linesAs(['call-connected'], () => []), ['missing']],
  ['alerts that come twice', linesAs(['call-connected'], again), ['duplicates', 'neverNotified']],
  [
    'alerts of agents who did nothing',
    linesAs(['call-connected'], (line) => [{ ...line, alert: { ...line.alert, agentUser: 'nobody' } }]),
    ['missing', 'stray'],
  ],
  ['notifications that are swallowed', () => ({ shown: [] }), ['neverNotified']],
  [
    'notifications that are shown twice',
    ({ shown }) => ({ shown: shown.flatMap((one) => [one, one]) }),
    ['notifiedTwice', 'summariesTooMany'],
  ],
  [
    'a shift that nobody watched',
    ({ polls }) => ({ polls: new Map([...polls].map(([user, all]) => [user, all.slice(0, 300)])) }),
    ['lookedAway', 'unseen'],
  ],
  [
    'alerts born of a first answer, or told of agents long unheard of',
    linesAs(['overstay'], (line) => [
      { ...line, atMs: plan.startWallMs, ...(line.kind === 'line' ? { silentForMs: 10 * minuteMs } : {}) },
    ]),
    ['baselineBorn', 'whileStale'],
  ],
  [
    'what is told twice in an episode, and an outage that is',
    linesAs(['overstay', 'connection-problem'], again),
    ['twiceInAnEpisode', 'problemTwice'],
  ],
])('the judge finds %s', (_what, meddle, faults) => {
  const found = judge({ ...recording, ...meddle(recording) }, calls);
  expect(faults.filter((fault) => found.faults[fault] === 0)).toEqual([]);
});
