import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPace } from '../../../../src/main/tray/pace.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a pace', () => {
  it('works at once when first asked', () => {
    const work = vi.fn();
    createPace(work, 1000).ask();
    expect(work).toHaveBeenCalledTimes(1);
  });

  it('turns many askings into one more piece of work, after the rest', () => {
    const work = vi.fn();
    const pace = createPace(work, 1000);
    for (let asked = 0; asked < 50; asked += 1) pace.ask();
    vi.advanceTimersByTime(999);
    expect(work).toHaveBeenCalledTimes(1);
    vi.advanceTimersByTime(1);
    expect(work).toHaveBeenCalledTimes(2);
    vi.advanceTimersByTime(60_000);
    expect(work).toHaveBeenCalledTimes(2);
  });

  it('never works more than once per rest under constant asking', () => {
    const work = vi.fn();
    const pace = createPace(work, 1000);
    for (let passed = 0; passed < 10_000; passed += 100) {
      pace.ask();
      vi.advanceTimersByTime(100);
    }
    expect(work).toHaveBeenCalledTimes(11);
  });

  it('does nothing more once stopped', () => {
    const work = vi.fn();
    const pace = createPace(work, 1000);
    pace.ask();
    pace.ask();
    pace.stop();
    vi.advanceTimersByTime(60_000);
    expect(work).toHaveBeenCalledTimes(1);
  });
});
