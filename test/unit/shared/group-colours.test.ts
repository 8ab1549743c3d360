import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { colourAt, freeColour, groupColours } from '../../../src/shared/group-colours.ts';

const css = readFileSync(join(import.meta.dirname, '../../../src/renderer/styles.css'), 'utf8');

/** A token's light and dark value, as numbers from 0 to 255. */
function token(name: string): readonly (readonly number[])[] {
  const [, light, dark] = css.match(new RegExp(`--${name}: light-dark\\((#\\w{6}), (#\\w{6})\\);`)) ?? [];
  return [light, dark].map((hex = '') => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)));
}

/** As WCAG 2 reckons it. */
function luminance(channels: readonly number[]): number {
  const [red = 0, green = 0, blue = 0] = channels.map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: readonly number[], b: readonly number[]): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].toSorted((one, other) => one - other);
  return (light + 0.05) / (dark + 0.05);
}

describe.each(groupColours)('the group colour %s', (colour) => {
  it.each(['surface', 'canvas', 'sunken'])('is read on %s in light and dark', (ground) => {
    const grounds = token(ground);
    const ratios = token(`group-${colour}`).map((shade, theme) => contrast(shade, grounds[theme] ?? []));
    expect(ratios).toHaveLength(2);
    expect(Math.min(...ratios)).toBeGreaterThanOrEqual(4.5);
  });

  it('can be set by name', () => {
    expect(css).toContain(`[data-group-colour="${colour}"]`);
  });
});

describe('the colour of a group', () => {
  it('follows the order, and begins anew after the last', () => {
    expect([0, 1, groupColours.length].map(colourAt)).toEqual(['blue', 'teal', 'blue']);
  });

  it('of a new group is one that is free, while there is one', () => {
    expect(freeColour(['teal', 'blue'])).toBe('violet');
    expect(freeColour([...groupColours, 'blue'])).toBe('teal');
  });
});
