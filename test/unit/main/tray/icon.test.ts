import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Resvg } from '@resvg/resvg-wasm';
import { beforeAll, describe, expect, it } from 'vitest';
import { createIconRenderer, type DrawIcon, iconSizes, inkFor } from '../../../../src/main/tray/icon.ts';
import { type Icon, iconSvg, type Mark } from '../../../../src/main/tray/icon-svg.ts';
import { families } from '../../../../src/shared/family.ts';

const wasmFile = fileURLToPath(import.meta.resolve('@resvg/resvg-wasm/index_bg.wasm'));
const marks: readonly Mark[] = [...families, 'not-monitoring'];
const platforms = ['darwin', 'linux', 'win32'] as const;

let loads = 0;
const renderer = createIconRenderer(() => {
  loads += 1;
  return readFile(wasmFile);
});
let draw: DrawIcon;
beforeAll(async () => {
  draw = await renderer.load();
});

/** How opaque each pixel is, from 0 to 1. */
function silhouette(icon: Icon, sizePx: number): readonly number[] {
  const { pixels } = new Resvg(iconSvg(icon), { fitTo: { mode: 'width', value: sizePx } }).render();
  return Array.from({ length: sizePx * sizePx }, (_, index) => (pixels[index * 4 + 3] ?? 0) / 255);
}

/** How many whole pixels of ink lie in one and not in the other. */
const difference = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, alpha, index) => sum + Math.abs(alpha - (b[index] ?? 0)), 0);

const pairs = marks.flatMap((a, index) => marks.slice(index + 1).map((b) => [a, b] as const));

describe('the icons', () => {
  it.each(pairs)('tell %s from %s by shape alone at 16 pixels', (a, b) => {
    const shapeOf = (mark: Mark) => silhouette({ mark, ink: 'template' }, 16);
    expect(difference(shapeOf(a), shapeOf(b))).toBeGreaterThan(30);
  });

  it.each(marks)('fill enough of 16 pixels to be seen: %s', (mark) => {
    const inked = silhouette({ mark, ink: 'template' }, 16).reduce((sum, alpha) => sum + alpha, 0);
    expect(inked).toBeGreaterThan(40);
  });

  it.each(marks)('leave the outermost corners free, so that nothing is cut off: %s', (mark) => {
    for (const ink of ['light', 'dark', 'template'] as const) {
      const alphas = silhouette({ mark, ink }, 32);
      expect([alphas[0], alphas[31], alphas[32 * 31], alphas[32 * 32 - 1]]).toEqual([0, 0, 0, 0]);
    }
  });

  it('are black and alpha as a template', () => {
    for (const mark of marks) {
      const { pixels } = new Resvg(iconSvg({ mark, ink: 'template' })).render();
      const colour = pixels.filter((_, index) => index % 4 !== 3);
      expect(Math.max(...colour)).toBe(0);
    }
  });

  it.each(platforms)('come as PNG in every size %s asks for', (platform) => {
    for (const { sizePx } of iconSizes(platform)) {
      const png = draw({ mark: 'in-call', ink: 'light' }, sizePx);
      expect(png.subarray(1, 4).toString()).toBe('PNG');
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([sizePx, sizePx]);
    }
  });

  it('are drawn once each, by a renderer loaded once', async () => {
    const again = await renderer.load();
    const icon: Icon = { mark: 'dead', ink: 'dark' };
    expect(again({ ...icon }, 16)).toBe(draw(icon, 16));
    expect(again(icon, 16)).not.toEqual(draw({ ...icon, ink: 'light' }, 16));
    expect(loads).toBe(1);
  });

  it.each([
    ['darwin', true, 'template'],
    ['darwin', false, 'template'],
    ['win32', true, 'light'],
    ['win32', false, 'dark'],
    ['linux', true, 'light'],
    ['linux', false, 'light'],
  ] as const)('on %s, with a dark panel %s, use %s ink', (platform, isPanelDark, ink) => {
    expect(inkFor(platform, isPanelDark)).toBe(ink);
  });
});
