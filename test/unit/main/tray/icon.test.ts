import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Resvg } from '@resvg/resvg-wasm';
import { beforeAll, describe, expect, it } from 'vitest';
import { createIconRenderer, type DrawIcon, iconSizes, inkFor } from '../../../../src/main/tray/icon.ts';
import { colours, type Face, type Icon, iconSvg, type Mark } from '../../../../src/main/tray/icon-svg.ts';
import { families } from '../../../../src/shared/family.ts';
import { severities } from '../../../../src/shared/rules.ts';
import { contrast } from '../../../fakes/contrast.ts';

const wasmFile = fileURLToPath(import.meta.resolve('@resvg/resvg-wasm/index_bg.wasm'));
const marks: readonly Mark[] = [...families, 'not-monitoring'];
const platforms = ['darwin', 'linux', 'win32'] as const;

let draw: DrawIcon;
beforeAll(async () => {
  draw = await createIconRenderer(() => readFile(wasmFile)).load();
});

/** How opaque each pixel is, from 0 to 1. */
function silhouette(icon: Icon, sizePx: number): readonly number[] {
  const { pixels } = new Resvg(iconSvg(icon), { fitTo: { mode: 'width', value: sizePx } }).render();
  return Array.from({ length: sizePx * sizePx }, (_, index) => (pixels[index * 4 + 3] ?? 0) / 255);
}

/** How many whole pixels of ink lie in one and not in the other. */
const difference = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, alpha, index) => sum + Math.abs(alpha - (b[index] ?? 0)), 0);

const plain = (mark: Mark): Face => ({ mark, badge: null });
const badged: readonly Face[] = marks.flatMap((mark) => severities.map((badge) => ({ mark, badge })));
const countdowns = (isOver: boolean): readonly Face[] =>
  Array.from({ length: 100 }, (_, minutes) => ({ minutes, isOver }));
const faces = [...marks.map(plain), ...badged, ...countdowns(false), ...countdowns(true)];

describe('the icons', () => {
  it.each([null, ...severities])(
    'tell every state from every other by shape alone, with badge %s',
    (badge) => {
      const shapes = marks.map((mark) => silhouette({ mark, badge, ink: 'template' }, 16));
      for (const [index, shape] of shapes.entries()) {
        for (const other of shapes.slice(index + 1)) {
          expect(difference(shape, other), marks[index]).toBeGreaterThan(badge === null ? 30 : 12);
        }
      }
    },
  );

  it.each(marks)('tell without colour whether %s is quiet, a warning or an alarm', (mark) => {
    const [quiet = [], warning = [], alarm = []] = ([null, 'warning', 'alarm'] as const).map((badge) =>
      silhouette({ mark, badge, ink: 'template' }, 16),
    );
    expect(difference(quiet, warning)).toBeGreaterThan(12);
    expect(difference(quiet, alarm)).toBeGreaterThan(12);
    expect(difference(warning, alarm)).toBeGreaterThan(12);
  });

  it('tell every number of minutes from every other, and left from over', () => {
    const shapes = [...countdowns(false), ...countdowns(true)].map((face) =>
      silhouette({ ...face, ink: 'template' }, 16),
    );
    for (const [index, shape] of shapes.entries()) {
      const nearest = Math.min(...shapes.slice(index + 1).map((other) => difference(shape, other)));
      expect(nearest).toBeGreaterThan(3);
    }
  });

  it.each(marks)('fill enough of 16 pixels to be seen: %s', (mark) => {
    const inked = silhouette({ ...plain(mark), ink: 'template' }, 16).reduce((sum, alpha) => sum + alpha, 0);
    expect(inked).toBeGreaterThan(40);
  });

  it('are black and alpha as a template', () => {
    for (const face of faces) {
      const { pixels } = new Resvg(iconSvg({ ...face, ink: 'template' })).render();
      const colour = pixels.filter((_, index) => index % 4 !== 3);
      expect(Math.max(...colour)).toBe(0);
    }
  });

  it('leave the outermost corners free, so that nothing is cut off', () => {
    for (const face of faces) {
      for (const ink of ['light', 'dark', 'template'] as const) {
        const alphas = silhouette({ ...face, ink }, 32);
        const corners = [alphas[0], alphas[31], alphas[32 * 31], alphas[32 * 32 - 1]];
        expect(corners, JSON.stringify({ ...face, ink })).toEqual([0, 0, 0, 0]);
      }
    }
  });

  it.each(platforms)('come as PNG in every size %s asks for', (platform) => {
    for (const { sizePx } of [1, 1.25, 1.5, 1.75, 3].flatMap((scale) => iconSizes(platform, scale))) {
      const png = draw({ ...plain('in-call'), ink: 'light' }, sizePx);
      expect(png.subarray(1, 4).toString()).toBe('PNG');
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([sizePx, sizePx]);
    }
  });

  it.each([
    ['darwin', 'dark', 'template'],
    ['darwin', 'light', 'template'],
    ['win32', 'dark', 'light'],
    ['win32', 'light', 'dark'],
    ['win32', 'unknown', 'light'],
    ['linux', 'dark', 'light'],
    ['linux', 'light', 'light'],
  ] as const)('on %s, with a panel that is %s, use %s ink', (platform, taskbar, ink) => {
    expect(inkFor(platform, taskbar)).toBe(ink);
  });

  it.each([
    [1, 16],
    [1.25, 20],
    [1.5, 24],
    [1.75, 28],
    [2.25, 36],
  ])('at a scale of %d are one picture of %d pixels on Windows', (scale, sizePx) => {
    expect(iconSizes('win32', scale)).toEqual([{ scaleFactor: 1, sizePx }]);
  });

  it.each(marks)('can be seen on a white and on a black panel of which nothing is known: %s', (mark) => {
    const sizePx = 16;
    const { pixels } = new Resvg(iconSvg({ mark, badge: null, ink: 'light' }), {
      fitTo: { mode: 'width', value: sizePx },
    }).render();
    for (const below of [0, 255]) {
      let seen = 0;
      for (let index = 0; index < pixels.length; index += 4) {
        const alpha = (pixels[index + 3] ?? 0) / 255;
        const green = (pixels[index + 1] ?? 0) + below * (1 - alpha);
        if (Math.abs(green - below) > 100) seen += 1;
      }
      expect(seen, `on ${below}`).toBeGreaterThan(30);
    }
  });
});

const inks = ['light', 'dark'] as const;
const colour = /#[0-9a-f]{6}/g;

describe('an icon as SVG', () => {
  it.each(inks)('stands out from its rim, whatever the panel, in %s ink', (ink) => {
    for (const mark of marks) {
      const [rim = '', , fill = ''] = iconSvg({ mark, badge: null, ink }).match(colour) ?? [];
      expect(fill).toBe(colours[ink][mark]);
      expect(contrast(fill, rim)).toBeGreaterThan(4.5);
    }
  });

  it.each([
    ['light', '#202020'],
    ['dark', '#f3f3f3'],
  ] as const)('in %s ink stands out from a panel of %s', (ink, panel) => {
    for (const mark of marks) expect(contrast(colours[ink][mark], panel)).toBeGreaterThan(4.5);
  });

  it.each(inks)('gives badges and digits no less contrast, in %s ink', (ink) => {
    for (const face of [...badged, ...countdowns(false), ...countdowns(true)]) {
      const [rim = '', ...others] = [...new Set(iconSvg({ ...face, ink }).match(colour))];
      expect(others).not.toHaveLength(0);
      for (const other of others) expect(contrast(rim, other)).toBeGreaterThan(4.5);
    }
  });
});
