/** When the current state began, on main's monotonic clock. */
export interface Since {
  readonly atMs: number;
  /** We did not see it begin, or lost sight of it since: the real duration is this or more. */
  readonly atLeast: boolean;
}

/** `0:07`, `12:40`, `1:02:03`; with `≥ ` when it is only a lower bound. */
export function formatSince(since: Since, nowMs: number): string {
  const text = formatDuration(nowMs - since.atMs);
  return since.atLeast ? `≥ ${text}` : text;
}

export function formatDuration(durationMs: number): string {
  const totalSeconds = Math.max(0, Math.floor(durationMs / 1000));
  const seconds = totalSeconds % 60;
  const minutes = Math.floor(totalSeconds / 60) % 60;
  const hours = Math.floor(totalSeconds / 3600);
  const two = (value: number): string => String(value).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds)}` : `${minutes}:${two(seconds)}`;
}
