import { formatSince } from '../../shared/duration.ts';
import type { Family } from '../../shared/family.ts';
import type { AgentState } from '../../watch/agents.ts';
import type { Translate } from '../app/words.ts';
import { statusText } from '../statuses/status-text.ts';
import { type Countdown, timeOf } from './countdown.ts';
import { cut } from './cut.ts';

/** In UTF-16 units: Windows cuts a tooltip here. */
const longestTooltip = 127;
const longestName = 40;

const needsSomeone = ['dead', 'paused', 'wrap-up', 'other'] as const satisfies readonly Family[];

/** In this order the tooltip looks for something to count. */
const counted = ['in-call', 'ready', 'ringing'] as const satisfies readonly Family[];

interface TooltipText {
  /** In order of weight: what does not fit is cut off. */
  readonly parts: readonly (string | null)[];
  /** Of whom nothing is known, which is never left out. */
  readonly unheard: string | null;
  /** Said where there is room. */
  readonly asides: readonly string[];
}

export function tooltipOf({ parts, unheard, asides }: TooltipText): string {
  const end = unheard === null ? '' : ` · ${unheard}`;
  const known = parts.filter((part) => part !== null).join(' · ');
  const text = `${cut(known, longestTooltip - end.length)}${end}`;
  return asides.reduce((said, aside) => {
    const more = `${said} · ${aside}`;
    return more.length <= longestTooltip ? more : said;
  }, text);
}

/** As Windows has to be given it: it swallows `&`, of which `&&&` shows one (docs/electron.md §2.2). */
export function windowsTooltip(text: string): string {
  const parts = [...text].map((character) => (character === '&' ? '&&&' : character));
  const whole = parts.join('');
  if (whole.length <= longestTooltip) return whole;
  let kept = '';
  for (const part of parts) {
    if (kept.length + part.length >= longestTooltip) break;
    kept += part;
  }
  return `${kept}…`;
}

/** A count first, then the agent who needs attention most, then how many more there are. */
export function floorOf(current: readonly AgentState[], nowMs: number, t: Translate): string | null {
  if (current.length === 0) return null;
  const needy = current.flatMap((agent) => {
    const need = needsSomeone.find((family) => family === agent.reading.family);
    return need === undefined ? [] : { agent, need };
  });
  const [worst] = needy;
  const count = countOf(current, t);
  if (worst === undefined) return count ?? t('tray.count.offline', { count: current.length });
  const more = needy.length > 1 ? t('tray.more', { count: needy.length - 1 }) : null;
  return [count, needInWords(worst, nowMs, t), more].filter((part) => part !== null).join(' · ');
}

/** How long my own pause may still last. */
export function countdownInWords(countdown: Countdown, t: Translate): string {
  const { status, leftMs, isAtMost } = countdown;
  const isOver = leftMs <= 0;
  const bound = isAtMost ? (isOver ? '≥ ' : '≤ ') : '';
  return t(isOver ? 'tray.countdown.over' : 'tray.countdown.left', {
    status: cut(status, longestName),
    time: `${bound}${timeOf(countdown)}`,
  });
}

function countOf(current: readonly AgentState[], t: Translate): string | null {
  const numberIn = (family: Family) => current.filter((agent) => agent.reading.family === family).length;
  const family = counted.find((candidate) => numberIn(candidate) > 0);
  return family === undefined ? null : t(`tray.count.${family}`, { count: numberIn(family) });
}

interface Needy {
  readonly agent: AgentState;
  readonly need: (typeof needsSomeone)[number];
}

function needInWords({ agent: { user, reading, since }, need }: Needy, nowMs: number, t: Translate): string {
  return t(`tray.needs.${need}`, {
    agent: cut(user, longestName),
    status: cut(statusText(reading), longestName),
    time: since === null ? '' : formatSince(since, nowMs),
  }).trim();
}
