import type { Settings } from '../../shared/settings.ts';
import { thresholdFamilies } from '../../shared/thresholds.ts';
import { isWorkingTime } from '../../shared/working-hours.ts';
import type { AgentState } from '../../watch/agents.ts';
import type { Clock } from '../../watch/clock.ts';
import type { Urgency } from '../../watch/monitor/cadence.ts';
import type { AppStore } from '../state/store.ts';
import { meaningLookup } from '../statuses/dictionary.ts';
import { limitMsOf, type MeaningOf } from '../statuses/limit-of.ts';

export interface UrgencyWorld {
  readonly nowMs: number;
  readonly wallMs: number;
  readonly settings: Settings;
  readonly meaningOf: MeaningOf;
}

/** How near everybody is as the settings have it now. */
export const createUrgencyOf =
  (store: AppStore, clock: Clock) =>
  (agent: AgentState): Urgency => {
    const { settings } = store.getState();
    const meaningOf = meaningLookup(settings.dictionary);
    return urgencyOf(agent, { nowMs: clock.nowMs(), wallMs: clock.wallMs(), settings, meaningOf });
  };

/** Who just changed may do so again. */
const justChangedMs = 30_000;
/** A limit this near is worth an answer in time. */
const soonMs = 60_000;

/** How near to an event an agent is, as far as anyone can know. */
export function urgencyOf(agent: AgentState, world: UrgencyWorld): Urgency {
  const { reading, since, phase, user } = agent;
  if (user === world.settings.me || world.settings.pinned.includes(user)) return 'high';
  if (!isWorkingTime(world.settings.workingHours, new Date(world.wallMs))) return 'low';
  if (phase !== 'known' || since === null) return 'high';
  const isFresh = !since.atLeast && world.nowMs - since.atMs < justChangedMs;
  if (isFresh || isLimitSoon(agent, world)) return 'high';
  switch (reading.family) {
    case 'ready':
    case 'ringing':
    case 'in-call':
    case 'dead':
    case 'wrap-up':
      return 'high';
    case 'offline':
      return 'low';
    case 'paused':
      return isLimitFar(agent, world) ? 'low' : 'normal';
    case 'other':
      return 'normal';
  }
}

const leftMs = (agent: AgentState, world: UrgencyWorld): number | null => {
  const limitMs = limitMsOf(agent, world);
  return limitMs === null || agent.since === null ? null : agent.since.atMs + limitMs - world.nowMs;
};

/** A lunch that has just begun. */
function isLimitFar(agent: AgentState, world: UrgencyWorld): boolean {
  const left = leftMs(agent, world);
  return left !== null && left > world.settings.limitWarningMs + soonMs;
}

function isLimitSoon(agent: AgentState, world: UrgencyWorld): boolean {
  const { settings, nowMs } = world;
  const isSoon = (atMs: number): boolean => atMs > nowMs && atMs - nowMs < soonMs;
  const left = leftMs(agent, world);
  if (left !== null && (isSoon(nowMs + left) || isSoon(nowMs + left - settings.limitWarningMs))) return true;
  const family = thresholdFamilies.find((one) => one === agent.reading.family);
  if (family === undefined || agent.familySince === null) return false;
  const { warningMs, alarmMs } = settings.thresholds[family];
  const beganMs = agent.familySince.atMs;
  return [warningMs, alarmMs].some((ms) => ms !== null && isSoon(beganMs + ms));
}
