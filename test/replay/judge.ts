import { createHash } from 'node:crypto';
import { longestAnswerMs } from './fake-dialler.ts';
import { type CallStory, type Matched, matchCalls, timesReported } from './match-calls.ts';
import type { InboxEvent, PollRecord, Recording, ShownRecord } from './recording.ts';
import type { TrueCall } from './true-calls.ts';

/** What a shift proves: figures to look at, and faults, of which there must be none. */
export interface Judgement {
  readonly figures: Readonly<Record<string, number>>;
  readonly byTopic: Readonly<Record<string, number>>;
  readonly quietByReason: Readonly<Record<string, number>>;
  readonly faults: Readonly<Record<Fault, number>>;
  /** Of everything told and shown, in order. */
  readonly hash: string;
}

export type Fault =
  | 'missing'
  | 'duplicates'
  | 'stray'
  | 'unseen'
  | 'lookedAway'
  | 'baselineBorn'
  | 'whileStale'
  | 'twiceInAnEpisode'
  | 'neverNotified'
  | 'notifiedTwice'
  | 'summariesTooMany'
  | 'problemTwice';

type Line = Extract<InboxEvent, { kind: 'line' }>;
const isLine = (event: InboxEvent): event is Line => event.kind === 'line';

export function judge(recording: Recording, calls: readonly TrueCall[]): Judgement {
  const { plan, inbox, shown, keptQuiet } = recording;
  const lines = inbox.filter(isLine);
  const matched = matchCalls(recording, calls);
  const { stories } = matched;
  const wanted = stories.filter((story) => isLongerThanInterval(story, recording) && !story.isBaseline);
  const reported = stories.filter((story) => timesReported(story) > 0);
  const openConditions = shown.filter(({ closedAtMs }) => closedAtMs === null);
  return {
    figures: {
      hours: plan.hours,
      agents: plan.agentCount,
      seed: plan.seed,
      intervalMs: plan.intervalMs,
      polls: recording.pollCount,
      calls: calls.length,
      callsLongerThanInterval: wanted.length,
      callsReported: reported.length,
      callsCountedByLines: stories.filter(({ counted }) => counted > 0).length,
      callsThereAtStart: stories.filter(({ isBaseline }) => isBaseline).length,
      callsHiddenByGaps: stories.filter((story) => story.seen === null && !isShort(story, recording)).length,
      callsTooShortToSee: stories.filter((story) => story.seen === null && isShort(story, recording)).length,
      alerts: lines.length,
      late: lines.filter(({ alert }) => alert.isLate).length,
      notifications: shown.length,
      summaries: shown.filter(({ alertIds }) => alertIds.length > 1).length,
      notificationsClosedAgain: shown.length - openConditions.length,
      linesReplaced: lines.reduce((sum, { replacedIds }) => sum + replacedIds.length, 0),
    },
    byTopic: countBy(lines.map(({ alert }) => alert.topic)),
    quietByReason: Object.fromEntries([...keptQuiet].sort()),
    faults: {
      lookedAway: timesLookedAway(recording),

      ...faultsOfCalls(matched, wanted),
      ...faultsOfAlerts(recording, lines),
      ...faultsOfNotifications(recording, lines),
    },
    hash: createHash('sha256')
      .update(JSON.stringify([inbox, shown]))
      .digest('hex'),
  };
}

function faultsOfCalls({ stories, stray }: Matched, wanted: readonly CallStory[]) {
  return {
    missing: wanted.filter((story) => timesReported(story) < 1).length,
    duplicates: stories.filter((story) => timesReported(story) > 1).length,
    stray: stray.length,
    /** Longer than the interval in plain sight, and yet no answer saw it. */
    unseen: wanted.filter(({ seen }) => seen === null).length,
  };
}

/** So long that an answer must have seen it, but for what lies in a gap; or that an answer did see. */
function isLongerThanInterval({ call, seen }: CallStory, recording: Recording): boolean {
  const { plan, polls } = recording;
  if (isShort({ call }, recording)) return false;
  if (seen !== null) return true;
  const gaps = gapsOf(recording, polls.get(call.user) ?? []);
  let fromMs = call.fromMs;
  for (const gap of gaps) {
    if (gap.fromMs - fromMs > plan.intervalMs + longestAnswerMs && gap.fromMs <= call.talkedUntilMs)
      return true;
    if (gap.fromMs <= call.talkedUntilMs) fromMs = Math.max(fromMs, gap.untilMs);
  }
  return call.talkedUntilMs - fromMs > plan.intervalMs + longestAnswerMs;
}

const isShort = ({ call }: Pick<CallStory, 'call'>, { plan }: Recording): boolean =>
  call.talkedUntilMs - call.fromMs <= plan.intervalMs + longestAnswerMs;

/** The longest wait between two probes, a request that times out, and everybody in turn. */
const backWithinMs = 60_000 + 12_000 + 10_000;

/** From an interruption until this agent was heard of again. */
const gapsOf = ({ plan }: Recording, polls: readonly PollRecord[]) => {
  const startMs = plan.startWallMs;
  const first = { fromMs: startMs, untilMs: polls[0]?.answeredMs ?? startMs };
  const gaps = plan.interruptions.map(({ fromMs, lengthMs }) => {
    const endMs = startMs + fromMs + lengthMs;
    const back = polls.find(({ asOfMs }) => asOfMs >= endMs);
    const untilMs = Math.min(back?.answeredMs ?? endMs, endMs + backWithinMs);
    return { fromMs: startMs + fromMs, untilMs };
  });
  return [first, ...gaps];
};

/** Times that an agent was not asked for longer than the pace allows, without an interruption to excuse it. */
function timesLookedAway(recording: Recording): number {
  const { plan, polls } = recording;
  const endMs = plan.startWallMs + plan.lengthMs;
  const mostMs = 1.5 * plan.intervalMs + 2 * longestAnswerMs;
  let times = 0;
  for (const ofAgent of polls.values()) {
    const gaps = gapsOf(recording, ofAgent);
    const moments = [plan.startWallMs, ...ofAgent.map(({ asOfMs }) => asOfMs), endMs];
    for (const [index, atMs] of moments.entries()) {
      const beforeMs = moments[index - 1] ?? atMs;
      const isExcused = gaps.some(
        ({ fromMs, untilMs }) => beforeMs <= untilMs && atMs >= fromMs && atMs <= untilMs + mostMs,
      );
      if (atMs - beforeMs > mostMs && !isExcused) times += 1;
    }
  }
  return times + (plan.agentCount - polls.size);
}

function faultsOfAlerts({ plan, polls }: Recording, lines: readonly Line[]) {
  // Staleness is looked for once an interval, and begins after three.
  const staleMs = 4 * plan.intervalMs + longestAnswerMs;
  const isBaseline = ({ atMs, alert }: Line): boolean => {
    const [first] = polls.get(alert.agentUser ?? '') ?? [];
    return alert.agentUser !== null && (first === undefined || atMs <= first.answeredMs);
  };
  const isStale = ({ silentForMs }: Line): boolean => silentForMs !== null && silentForMs > staleMs;
  const lastOf = new Map<string, Line>();
  let twiceInAnEpisode = 0;
  for (const line of lines) {
    const { agentUser, topic, family, status } = line.alert;
    if (agentUser === null || !isAboutState(topic)) continue;
    const key = `${agentUser} ${topic} ${family}`;
    const before = lastOf.get(key);
    lastOf.set(key, line);
    const isAnother = (poll: PollRecord) =>
      poll.answeredMs > (before?.atMs ?? 0) &&
      poll.answeredMs <= line.atMs &&
      (poll.family !== family || (topic === 'allowance-over' && poll.status !== status));
    if (before !== undefined && !(polls.get(agentUser) ?? []).some(isAnother)) twiceInAnEpisode += 1;
  }
  const problems = lines.filter(({ alert }) => alert.topic === 'connection-problem');
  return {
    baselineBorn: lines.filter(isBaseline).length,
    whileStale: lines.filter(isStale).length,
    twiceInAnEpisode,
    problemTwice: problems.length - new Set(problems.map(({ atMs }) => interruptionAt(plan, atMs))).size,
  };
}

const isAboutState = (topic: string): boolean => topic === 'overstay' || topic === 'allowance-over';

/** Counted from one; zero before the first. */
const interruptionAt = ({ startWallMs, interruptions }: Recording['plan'], atMs: number): number =>
  interruptions.filter(({ fromMs }) => startWallMs + fromMs <= atMs).length;

function faultsOfNotifications({ plan, shown }: Recording, lines: readonly Line[]) {
  const lateIds = new Set(lines.filter(({ alert }) => alert.isLate).map(({ alert }) => alert.id));
  const lastShown = new Map<number, ShownRecord>();
  let notifiedTwice = 0;
  for (const record of shown) {
    for (const id of record.alertIds) {
      const before = lastShown.get(id);
      if (before !== undefined && (before.closedAtMs ?? Number.POSITIVE_INFINITY) > record.atMs)
        notifiedTwice += 1;
      lastShown.set(id, record);
    }
  }
  const summaries = shown.filter(({ alertIds }) => alertIds.some((id) => lateIds.has(id)));
  const ofGaps = new Set(summaries.map(({ atMs }) => interruptionAt(plan, atMs)));
  return {
    neverNotified: lines.filter(({ alert }) => alert.quiet === null && !lastShown.has(alert.id)).length,
    notifiedTwice,
    summariesTooMany: summaries.length - ofGaps.size,
  };
}

function countBy(names: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of [...names].sort()) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

export const isFlawless = ({ faults }: Judgement): boolean =>
  Object.values(faults).every((count) => count === 0);
