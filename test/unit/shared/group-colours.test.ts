import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { colourAt, freeColour, groupColours } from '../../../src/shared/group-colours.ts';
import { contrast } from '../../fakes/contrast.ts';

const css = readFileSync(join(import.meta.dirname, '../../../src/renderer/styles.css'), 'utf8');

/** A token's light and dark value. */
const token = (name: string): readonly string[] =>
  css.match(new RegExp(`--${name}: light-dark\\((#\\w{6}), (#\\w{6})\\);`))?.slice(1) ?? [];

describe.each(groupColours)('the group colour %s', (colour) => {
  it.each(['surface', 'canvas', 'sunken'])('is read on %s in light and dark', (ground) => {
    const grounds = token(ground);
    const ratios = token(`group-${colour}`).map((shade, theme) => contrast(shade, grounds[theme] ?? ''));
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
