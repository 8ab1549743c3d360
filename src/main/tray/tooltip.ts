import { formatSince } from '../../shared/duration.ts';
import type { Family } from '../../shared/family.ts';
import type { AgentState } from '../store.ts';
import type { Translate } from '../words.ts';
import { cut } from './cut.ts';

/** In UTF-16 units: Windows cuts a tooltip here. */
export const longestTooltip = 127;
const longestName = 40;

const needsSomeone: ReadonlySet<Family> = new Set(['dead', 'paused', 'wrap-up', 'other']);

/** In this order the tooltip looks for something to count. */
const counted = ['in-call', 'ready', 'ringing'] as const satisfies readonly Family[];

/** A count first, then the agent who needs attention most, then how many more there are. */
export function tooltipOf(current: readonly AgentState[], nowMs: number, t: Translate): string {
  const needy = current.filter((agent) => needsSomeone.has(agent.reading.family));
  const [worst] = needy;
  const count = countOf(current, t);
  const parts =
    worst === undefined
      ? [count ?? t('tray.count.offline', { count: current.length })]
      : [
          count,
          needOf(worst, nowMs, t),
          needy.length > 1 ? t('tray.more', { count: needy.length - 1 }) : null,
        ];
  return cut(parts.filter((part) => part !== null).join(' · '), longestTooltip);
}

function countOf(current: readonly AgentState[], t: Translate): string | null {
  const numberIn = (family: Family) => current.filter((agent) => agent.reading.family === family).length;
  const family = counted.find((candidate) => numberIn(candidate) > 0);
  return family === undefined ? null : t(`tray.count.${family}`, { count: numberIn(family) });
}

function needOf({ user, reading, since }: AgentState, nowMs: number, t: Translate): string {
  return t(`tray.needs.${reading.family}`, {
    agent: cut(user, longestName),
    status: cut(reading.status, longestName),
    time: since === null ? '' : formatSince(since, nowMs),
  }).trim();
}
