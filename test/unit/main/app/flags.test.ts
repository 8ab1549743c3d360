import { expect, test } from 'vitest';
import { parseFlags } from '../../../../src/main/app/flags.ts';

const electron = ['/opt/croco-tray/croco-tray'];

test.each([
  [[], { isDemo: false, isHidden: false, hasOwnUserData: false, smokeWithinS: null }],
  [['--demo', '--hidden', '--user-data-dir=/x'], { isDemo: true, isHidden: true, hasOwnUserData: true }],
  [['--smoke'], { smokeWithinS: 60 }],
  [['--smoke=5'], { smokeWithinS: 5 }],
])('%j', (flags, expected) => {
  expect(parseFlags([...electron, ...flags])).toMatchObject(expected);
});
