import type { Alert, QuietReason } from '../../shared/alert.ts';
import type { Change } from '../../shared/change.ts';
import type { AgentState } from '../../watch/agents.ts';
import { maskNumber } from '../../watch/mask.ts';
import { statusText, withoutAnyNumber, withoutNumber } from '../statuses/status-text.ts';
import { silenceOf } from './silence.ts';
import type { Decision, World } from './world.ts';

export type Draft = Partial<Alert> & Pick<Alert, 'topic' | 'agentUser'>;

interface Manner {
  readonly isLate?: boolean;
  readonly isAskedFor?: boolean;
  readonly replaces?: readonly number[];
}

/** Writes down what is decided, in order and numbered, within one decision. */
export function createDecisions(world: World, lastIdBefore: number) {
  const decisions: Decision[] = [];
  let lastId = lastIdBefore;
  const nextId = (): number => {
    lastId += 1;
    return lastId;
  };

  /** The number of the line in the inbox; null when nothing is to be made of this agent. */
  function recordAlert(
    draft: Draft,
    { isLate = false, isAskedFor = false, replaces = [] }: Manner = {},
  ): number | null {
    const silence = silenceOf(world, { agentUser: draft.agentUser, isAskedFor });
    if (silence === 'agent-muted') {
      keepQuiet(draft, silence);
      return null;
    }
    const alert: Alert = { ...blank, ...draft, id: nextId(), atMs: world.wallMs, isLate, quiet: silence };
    const notify = silence !== null ? 'none' : isLate ? 'in-summary' : 'at-once';
    decisions.push({ kind: 'tell', alert, notify, replaces });
    if (silence !== null) keepQuiet(draft, silence);
    return alert.id;
  }

  function keepQuiet({ topic, agentUser, status = '' }: Draft, reason: QuietReason): void {
    const entry = { id: nextId(), atMs: world.wallMs, topic, agentUser, status, reason };
    decisions.push({ kind: 'keep-quiet', entry });
  }

  /** A notify repeated is as silent as a first one, without a line for every minute of it. */
  function notifyAgain(alertId: number, agentUser: string | null): void {
    const silence = silenceOf(world, { agentUser, isAskedFor: false });
    if (silence === null) decisions.push({ kind: 'notify-again', alertId });
  }

  return {
    recordAlert,
    keepQuiet,
    notifyAgain,
    add: (decision: Decision) => void decisions.push(decision),
    all: decisions,
    lastId: () => lastId,
  };
}

export type Decisions = ReturnType<typeof createDecisions>;

const blank: Omit<Alert, 'id' | 'topic' | 'agentUser' | 'atMs'> = {
  family: null,
  status: '',
  statusBefore: '',
  durationMs: null,
  isAtLeast: false,
  campaign: '',
  callType: '',
  maskedNumber: '',
  count: 0,
  event: null,
  problem: null,
  isLate: false,
  isRead: false,
  quiet: null,
};

/** The facts of an agent's state that an alert about it may hold. */
export function factsOf({ user, reading }: Pick<AgentState, 'user' | 'reading'>, { settings }: World) {
  const { isPresenting } = settings;
  return {
    agentUser: user,
    family: reading.family,
    status: statusText(reading, isPresenting),
    campaign: withoutNumber(reading.campaignName || reading.campaignId, reading, isPresenting),
    callType: withoutAnyNumber(reading.callType, reading, isPresenting),
    // What is not written cannot be shown to anybody later.
    maskedNumber: isPresenting ? '' : maskNumber(reading.inCallWith),
  };
}

/** What an alert about a change holds. */
export const draftOf = ({ kind, agentUser, from, to }: Change, world: World): Draft => ({
  ...factsOf({ user: agentUser, reading: to }, world),
  topic: kind,
  statusBefore: statusText(from, world.settings.isPresenting),
});
