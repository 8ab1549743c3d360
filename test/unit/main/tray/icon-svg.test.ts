import { XMLValidator } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { colours, type Face, iconSvg, type Mark } from '../../../../src/main/tray/icon-svg.ts';
import { families } from '../../../../src/shared/family.ts';
import { severities } from '../../../../src/shared/rules.ts';
import { contrast } from '../../../fakes/contrast.ts';

const marks: readonly Mark[] = [...families, 'not-monitoring'];
const plain: readonly Face[] = marks.map((mark) => ({ mark, badge: null }));
const badged: readonly Face[] = marks.flatMap((mark) => severities.map((badge) => ({ mark, badge })));
const countdowns: readonly Face[] = [true, false].flatMap((isOver) =>
  Array.from({ length: 100 }, (_, minutes) => ({ minutes, isOver })),
);
const faces = [...plain, ...badged, ...countdowns];
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
    for (const face of [...badged, ...countdowns]) {
      const [rim = '', ...others] = [...new Set(iconSvg({ ...face, ink }).match(colour))];
      expect(others).not.toHaveLength(0);
      for (const other of others) expect(contrast(rim, other)).toBeGreaterThan(4.5);
    }
  });

  it.each([...inks, 'template'] as const)('is well formed and never the same twice, in %s ink', (ink) => {
    const drawn = faces.map((face) => iconSvg({ ...face, ink }));
    for (const svg of drawn) expect(XMLValidator.validate(svg)).toBe(true);
    expect(new Set(drawn).size).toBe(faces.length);
  });
});
