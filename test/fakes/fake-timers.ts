import { afterEach, beforeEach, vi } from 'vitest';

/** Time stands still in every test of the file or block that calls this, until `vi` moves it. */
export function stopTime(nowMs = Date.UTC(2026, 10, 24, 12)): void {
  beforeEach(() => {
    vi.useFakeTimers({ now: nowMs });
  });
  afterEach(() => {
    vi.useRealTimers();
  });
}

/** What the app asks for the time while it stands still. */
export const stoppedClock = { nowMs: () => performance.now(), wallMs: () => Date.now() };
