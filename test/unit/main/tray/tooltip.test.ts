import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { windowsTooltip } from '../../../../src/main/tray/tooltip.ts';

const long = 'x'.repeat(127);

describe('a tooltip for Windows', () => {
  it.each([
    ['R&D ready', 'R&&&D ready'],
    ['a && b', 'a &&&&&& b'],
    [long, long],
    [`${long}x`, `${'x'.repeat(126)}…`],
    // The third of three would be the 127th unit, and there is nothing after it.
    [`${'x'.repeat(124)}&`, `${'x'.repeat(124)}&&&`],
    // Two of three would be left of it.
    [`${'x'.repeat(124)}&y`, `${'x'.repeat(124)}…`],
    [`${'x'.repeat(125)}😀y`, `${'x'.repeat(125)}…`],
    [`${'x'.repeat(124)}😀yz`, `${'x'.repeat(124)}😀…`],
  ])('of %j is %j', (text, expected) => {
    expect(windowsTooltip(text)).toBe(expected);
  });

  it('fits, and holds no half character and no part of three ampersands', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '&', '😀', 'ñ'), maxLength: 200 });
    fc.assert(
      fc.property(text, (given) => {
        const shown = windowsTooltip(given);
        expect(shown.length).toBeLessThanOrEqual(127);
        expect(shown.isWellFormed()).toBe(true);
        for (const run of shown.match(/&+/g) ?? []) expect(run.length % 3).toBe(0);
      }),
    );
  });
});
