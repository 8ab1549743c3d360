import { formatDuration, type Since } from '../../../shared/duration.ts';

/** What is left of a pause, or how far it is over. */
export interface Allowance {
  readonly kind: 'left' | 'near' | 'over';
  /** `4:10` left or `+2:10` over; `≤ 4:10` and `≥ +2:10` where the pause may have begun earlier. */
  readonly time: string;
}

interface Pause {
  readonly limitMs: number;
  readonly since: Since;
}

export function allowanceOf({ limitMs, since }: Pause, nowMs: number, warningMs: number): Allowance {
  const leftMs = limitMs - Math.max(0, nowMs - since.atMs);
  if (leftMs <= 0) {
    return { kind: 'over', time: `${since.atLeast ? '≥ ' : ''}+${formatDuration(-leftMs)}` };
  }
  // Rounded up, so that it adds up to the limit with the elapsed time, which is rounded down.
  const left = formatDuration(Math.ceil(leftMs / 1_000) * 1_000);
  return { kind: leftMs <= warningMs ? 'near' : 'left', time: `${since.atLeast ? '≤ ' : ''}${left}` };
}
