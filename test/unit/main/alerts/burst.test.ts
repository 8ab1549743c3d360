import { describe, expect, it, vi } from 'vitest';
import { createBurst } from '../../../../src/main/alerts/burst.ts';
import { stoppedClock, stopTime } from '../../../fakes/fake-timers.ts';

stopTime();

function setUp() {
  const shown: string[] = [];
  const closed: string[] = [];
  let isRoundOver = true;
  const burst = createBurst({
    clock: stoppedClock,
    roundMs: () => ({ least: 2_000, most: 6_000 }),
    isRoundOver: () => isRoundOver,
    contentOf: (titles: readonly string[]) =>
      titles.length === 1 ? `${titles[0]}` : `summary of ${titles.join(' ')}`,
    show: (title) => {
      shown.push(title);
      return { close: () => closed.push(title) };
    },
  });
  return {
    burst,
    shown,
    closed,
    setRoundOver: (now: boolean) => {
      isRoundOver = now;
    },
  };
}

describe('a burst', () => {
  it('shows three alerts at once, and with more within two seconds one summary in their place', () => {
    const { burst, shown, closed } = setUp();
    for (const title of ['a', 'b', 'c', 'd', 'e']) burst.notify(title, 'at-once');
    expect(shown).toEqual(['a', 'b', 'c']);
    vi.advanceTimersByTime(2_000);
    expect(shown.slice(3)).toEqual(['summary of a b c d e']);
    expect(closed).toEqual(['a', 'b', 'c']);
  });

  it('of four spread over more than two seconds stays four alerts', () => {
    const { burst, shown } = setUp();
    for (const title of ['a', 'b', 'c', 'd']) {
      burst.notify(title, 'at-once');
      vi.advanceTimersByTime(700);
    }
    vi.advanceTimersByTime(10_000);
    expect(shown).toEqual(['a', 'b', 'c', 'd']);
  });

  it('that goes on makes one summary per window, nothing single in between, and loses nobody', () => {
    const { burst, shown, closed } = setUp();
    for (let index = 0; index < 40; index += 1) {
      burst.notify(`n${index}.`, 'at-once');
      vi.advanceTimersByTime(index % 4 === 0 ? 900 : 30);
    }
    vi.advanceTimersByTime(5_000);
    expect(shown.slice(3).every((title) => title.startsWith('summary'))).toBe(true);
    expect(shown.length).toBeLessThan(10);
    const left = shown.filter((title) => !closed.includes(title)).join(' ');
    for (let index = 0; index < 40; index += 1) expect(left).toContain(`n${index}.`);
  });

  it('folds what a gap hid into one, and shows a single one as itself', () => {
    const { burst, shown } = setUp();
    burst.notify('a', 'in-summary');
    burst.notify('b', 'in-summary');
    expect(shown).toEqual([]);
    vi.advanceTimersByTime(2_000);
    expect(shown).toEqual(['summary of a b']);
    vi.advanceTimersByTime(10_000);
    burst.notify('c', 'in-summary');
    vi.advanceTimersByTime(2_000);
    expect(shown.at(-1)).toBe('c');
  });

  it.each([
    ['at once', 0, 2_000],
    ['a little later', 3_100, 3_500],
    ['far too late', 60_000, 6_000],
  ])('waits for all that a gap hid, who are seen again %s', (_when, overAfterMs, shownAfterMs) => {
    const { burst, shown, closed, setRoundOver } = setUp();
    setRoundOver(false);
    setTimeout(() => setRoundOver(true), overAfterMs);
    burst.notify('a', 'at-once');
    burst.notify('b', 'in-summary');
    vi.advanceTimersByTime(1_900);
    burst.notify('c', 'at-once');
    vi.advanceTimersByTime(shownAfterMs - 1_900 - 1);
    expect(shown).toEqual(['a']);
    vi.advanceTimersByTime(1);
    expect(shown).toEqual(['a', 'summary of a b c']);
    expect(closed).toEqual(['a']);
    vi.advanceTimersByTime(100_000);
    expect(shown).toHaveLength(2);
  });

  it('takes what waits already into the one summary of a gap', () => {
    const { burst, shown } = setUp();
    for (const title of ['a', 'b', 'c', 'd']) burst.notify(title, 'at-once');
    vi.advanceTimersByTime(1_000);
    burst.notify('e', 'in-summary');
    vi.advanceTimersByTime(1_000);
    expect(shown).toHaveLength(3);
    burst.notify('f', 'in-summary');
    vi.advanceTimersByTime(1_000);
    expect(shown.slice(3)).toEqual(['summary of a b c d e f']);
  });

  it('never tells again what was told long before a gap', () => {
    const { burst, shown, closed } = setUp();
    burst.notify('old', 'at-once');
    vi.advanceTimersByTime(600_000);
    burst.notify('a', 'in-summary');
    vi.advanceTimersByTime(2_000);
    expect(shown).toEqual(['old', 'a']);
    expect(closed).toEqual([]);
  });
});
