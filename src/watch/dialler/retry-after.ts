/** However long the server asks for, we look again after an hour. */
const maxWaitMs = 3_600_000;

/** Milliseconds to wait by a Retry-After header, in seconds or as an HTTP date; null when it says nothing. */
export function retryAfterMsOf(header: string | null, nowWallMs: number): number | null {
  const value = header?.trim() ?? '';
  const waitMs = /^\d+$/.test(value) ? Number(value) * 1000 : httpDateMs(value) - nowWallMs;
  return Number.isNaN(waitMs) ? null : Math.min(maxWaitMs, Math.max(0, waitMs));
}

/** What the server's own clock says: beside ours it may be an hour off, and its dates with it. */
export function serverWallMs(date: string | null): number | null {
  const ms = httpDateMs(date ?? '');
  return Number.isNaN(ms) ? null : ms;
}

const httpDateMs = (value: string): number =>
  /^[A-Z][a-z]+, .*GMT$/.test(value) ? Date.parse(value) : Number.NaN;
