import { expect, test } from 'vitest';
import { parsePreviewFlags } from '../../../src/preview/flags.ts';

const none = { userDataDir: null, port: 0, mayOpenBrowser: true, out: null };

test.each([
  [[], none],
  [['--demo', '--preview', 'word'], none],
  [['--no-open', '--port=8123'], { ...none, mayOpenBrowser: false, port: 8123 }],
  [['--user-data-dir=/a b', '--out', 'x'], { ...none, userDataDir: '/a b', out: 'x' }],
  [['--user-data-dir='], none],
])('%j is read', (argv, expected) => {
  expect(parsePreviewFlags(argv)).toEqual(expected);
});

test.each([[['--port=abc']], [['--port=70000']], [['--port']], [['--port=1.5']]])(
  '%j names the mistake',
  (argv) => {
    expect(parsePreviewFlags(argv)).toEqual({ problem: expect.stringContaining('--port') });
  },
);
