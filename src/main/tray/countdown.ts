import { formatDuration } from '../../shared/duration.ts';
import { isCurrent } from '../../watch/agents.ts';
import type { AppState } from '../state/store.ts';
import { meaningLookup } from '../statuses/dictionary.ts';
import { limitMsOf } from '../statuses/limit-of.ts';
import { statusText } from '../statuses/status-text.ts';
import { mostMinutes } from './digits.ts';
import type { Face } from './icon-svg.ts';

/** My own pause against its limit. */
export interface Countdown {
  readonly agentUser: string;
  readonly status: string;
  /** Below zero once the limit is passed. */
  readonly leftMs: number;
  /** The pause began before we could see it, so no more than this is left. */
  readonly isAtMost: boolean;
}

const minuteMs = 60_000;
const secondMs = 1_000;

/** Null unless I am known to be in a pause that has a limit. */
export function countdownOf(
  { agents, settings }: Pick<AppState, 'agents' | 'settings'>,
  nowMs: number,
): Countdown | null {
  const me = settings.me === null ? undefined : agents.get(settings.me);
  if (me === undefined || me.since === null || !isCurrent(me)) return null;
  const limitMs = limitMsOf(me, { meaningOf: meaningLookup(settings.dictionary) });
  if (limitMs === null) return null;
  return {
    agentUser: me.user,
    status: statusText(me.reading),
    leftMs: me.since.atMs + limitMs - nowMs,
    isAtMost: me.since.atLeast,
  };
}

/** The minutes that have begun while some are left, and those that are full once it is over. */
export function faceOf({ leftMs }: Countdown): Face {
  const isOver = leftMs <= 0;
  const minutes = isOver ? Math.floor(Math.abs(leftMs) / minuteMs) : Math.ceil(leftMs / minuteMs);
  return { minutes: Math.min(minutes, mostMinutes), isOver };
}

/** `4:10` left, or `+2:10` over. */
export const timeOf = ({ leftMs }: Countdown): string =>
  leftMs > 0 ? formatDuration(Math.ceil(leftMs / secondMs) * secondMs) : `+${formatDuration(-leftMs)}`;

/** How long until the next full `stepMs` left or over. */
export function untilNextStepMs({ leftMs }: Countdown, stepMs: number): number {
  const intoStepMs = leftMs > 0 ? leftMs % stepMs : stepMs - (-leftMs % stepMs);
  return Math.ceil(intoStepMs === 0 ? stepMs : intoStepMs);
}
