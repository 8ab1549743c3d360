import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isKnown, placeAtIcon, placeInCorner } from '../../../../src/main/page/placement.ts';

const size = { width: 380, height: 600 };
const screen = { x: 0, y: 0, width: 1920, height: 1080 };
const withPanel = (x: number, y: number, width: number, height: number) => ({
  bounds: screen,
  workArea: { x, y, width, height },
});

describe('the place of the popover', () => {
  it.each([
    ['above a task bar at the bottom', [1700, 1045], withPanel(0, 0, 1920, 1040), { x: 1522, y: 432 }],
    ['below a menu bar at the top', [900, 4], withPanel(0, 32, 1920, 1048), { x: 722, y: 40 }],
    ['beside a task bar at the right', [1880, 900], withPanel(0, 0, 1870, 1080), { x: 1482, y: 292 }],
  ] as const)('%s', (_name, [x, y], display, expected) => {
    expect(placeAtIcon({ x, y, width: 24, height: 24 }, display, size)).toMatchObject(expected);
  });

  it.each([
    ['bottom right when the panel is at the bottom', withPanel(0, 0, 1920, 1040), { x: 1532, y: 432 }],
    ['top right when the panel is at the top', withPanel(0, 32, 1920, 1048), { x: 1532, y: 40 }],
    ['bottom left when the panel is at the left', withPanel(60, 0, 1860, 1080), { x: 68, y: 472 }],
  ])('without a known icon: %s', (_name, display, expected) => {
    expect(placeInCorner(display, size)).toMatchObject(expected);
  });

  it('is wholly inside the work area, for any icon and any screen', () => {
    const side = fc.integer({ min: 200, max: 4_000 });
    const anywhere = fc.integer({ min: -5_000, max: 5_000 });
    fc.assert(
      fc.property(anywhere, anywhere, side, side, anywhere, anywhere, (x, y, width, height, iconX, iconY) => {
        const area = { x, y, width, height };
        const display = { bounds: area, workArea: area };
        const icon = { x: iconX, y: iconY, width: 24, height: 24 };
        for (const place of [placeAtIcon(icon, display, size), placeInCorner(display, size)]) {
          expect(place.x).toBeGreaterThanOrEqual(x);
          expect(place.y).toBeGreaterThanOrEqual(y);
          expect(place.x + place.width).toBeLessThanOrEqual(x + width);
          expect(place.y + place.height).toBeLessThanOrEqual(y + height);
        }
      }),
    );
  });

  it('knows an icon only by a rectangle with room in it', () => {
    expect(isKnown({ x: 0, y: 0, width: 0, height: 0 })).toBe(false);
    expect(isKnown({ x: 0, y: 0, width: 24, height: 24 })).toBe(true);
  });
});
