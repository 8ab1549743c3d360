import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createBurst } from '../../../../src/main/alerts/burst.ts';
import type { AlertContent } from '../../../../src/main/alerts/content.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const content = (title: string): AlertContent => ({
  topic: 'call-connected',
  title,
  body: '',
  agentUser: title,
  alertIds: [],
  isLate: false,
});

function setUp() {
  const shown: string[] = [];
  const closed: string[] = [];
  let isRoundOver = true;
  const clock = { nowMs: () => performance.now(), wallMs: () => Date.now() };
  const burst = createBurst({
    clock,
    roundMs: () => ({ least: 2_000, most: 6_000 }),
    isRoundOver: () => isRoundOver,
    show: ({ title }) => {
      shown.push(title);
      return { close: () => closed.push(title) };
    },
    summarise: (contents) => content(`summary of ${contents.map(({ title }) => title).join(' ')}`),
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
  it('shows up to three alerts at once', () => {
    const { burst, shown } = setUp();
    for (const title of ['a', 'b', 'c']) burst.tell(content(title));
    expect(shown).toEqual(['a', 'b', 'c']);
  });

  it('of more than three within two seconds becomes one summary in place of the three', () => {
    const { burst, shown, closed } = setUp();
    for (const title of ['a', 'b', 'c', 'd', 'e']) burst.tell(content(title));
    vi.advanceTimersByTime(2_000);
    expect(shown.slice(3)).toEqual(['summary of a b c d e']);
    expect(closed).toEqual(['a', 'b', 'c']);
  });

  it('of four spread over more than two seconds stays four alerts', () => {
    const { burst, shown } = setUp();
    for (const title of ['a', 'b', 'c', 'd']) {
      burst.tell(content(title));
      vi.advanceTimersByTime(700);
    }
    vi.advanceTimersByTime(10_000);
    expect(shown).toEqual(['a', 'b', 'c', 'd']);
  });

  it('that goes on makes one summary per window, nothing single in between', () => {
    const { burst, shown } = setUp();
    for (let index = 0; index < 40; index += 1) {
      burst.tell(content(`${index}`));
      vi.advanceTimersByTime(250);
    }
    vi.advanceTimersByTime(5_000);
    expect(shown.slice(0, 3)).toEqual(['0', '1', '2']);
    expect(shown.slice(3).every((title) => title.startsWith('summary'))).toBe(true);
    expect(shown.length).toBeLessThan(10);
  });

  it('loses nobody', () => {
    const { burst, shown, closed } = setUp();
    for (let index = 0; index < 25; index += 1) {
      burst.tell(content(`n${index}.`));
      vi.advanceTimersByTime(index % 4 === 0 ? 900 : 30);
    }
    vi.advanceTimersByTime(5_000);
    const openConditions = shown.filter((title) => !closed.includes(title)).join(' ');
    for (let index = 0; index < 25; index += 1) expect(openConditions).toContain(`n${index}.`);
  });

  it('folds what a gap hid into one, and shows a single one as itself', () => {
    const { burst, shown } = setUp();
    burst.tellTogether(content('a'));
    burst.tellTogether(content('b'));
    expect(shown).toEqual([]);
    vi.advanceTimersByTime(2_000);
    expect(shown).toEqual(['summary of a b']);
    vi.advanceTimersByTime(10_000);
    burst.tellTogether(content('c'));
    vi.advanceTimersByTime(2_000);
    expect(shown.at(-1)).toBe('c');
  });

  it('waits for all that a gap hid, and for nobody much longer', () => {
    for (const [overAfterMs, shownAfterMs] of [
      [0, 2_000],
      [3_100, 3_500],
      [60_000, 6_000],
    ] as const) {
      const { burst, shown, closed, setRoundOver } = setUp();
      setRoundOver(false);
      setTimeout(() => setRoundOver(true), overAfterMs);
      burst.tell(content('a'));
      burst.tellTogether(content('b'));
      vi.advanceTimersByTime(1_900);
      burst.tell(content('c'));
      vi.advanceTimersByTime(shownAfterMs - 1_900 - 1);
      expect(shown).toEqual(['a']);
      vi.advanceTimersByTime(1);
      expect(shown).toEqual(['a', 'summary of a b c']);
      expect(closed).toEqual(['a']);
      vi.advanceTimersByTime(100_000);
      expect(shown).toHaveLength(2);
    }
  });

  it('takes what waits already into the one summary of a gap', () => {
    const { burst, shown } = setUp();
    for (const title of ['a', 'b', 'c', 'd']) burst.tell(content(title));
    vi.advanceTimersByTime(1_000);
    burst.tellTogether(content('e'));
    vi.advanceTimersByTime(1_000);
    expect(shown).toHaveLength(3);
    burst.tellTogether(content('f'));
    vi.advanceTimersByTime(1_000);
    expect(shown.slice(3)).toEqual(['summary of a b c d e f']);
  });

  it('never tells again what was told long before a gap', () => {
    const { burst, shown, closed } = setUp();
    burst.tell(content('old'));
    vi.advanceTimersByTime(600_000);
    burst.tellTogether(content('a'));
    vi.advanceTimersByTime(2_000);
    expect(shown).toEqual(['old', 'a']);
    expect(closed).toEqual([]);
  });

  it('shows nothing after it was stopped', () => {
    const { burst, shown } = setUp();
    burst.tellTogether(content('a'));
    burst.stop();
    vi.advanceTimersByTime(10_000);
    expect(shown).toEqual([]);
  });
});
