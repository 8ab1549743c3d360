import { describe, expect, it } from 'vitest';
import { families } from '../../../src/shared/family.ts';
import { familyShapes, notMonitoringPath } from '../../../src/shared/family-shapes.ts';

const paths = [...families.map((family) => familyShapes[family].path), notMonitoringPath];

describe('the shapes of the families', () => {
  it('gives every family, and not monitoring, a path of its own', () => {
    expect(new Set(paths).size).toBe(families.length + 1);
  });

  it.each(paths)('closes every contour and keeps to path commands: %s', (path) => {
    expect(path).toMatch(/^M[MLHVCAZlhv\d. -]+Z$/);
    expect(path.match(/M/g)).toHaveLength(path.match(/Z/g)?.length ?? 0);
  });
});
