import { expect, test } from 'vitest';
import { parsePreviewFlags } from '../../../src/preview/flags.ts';
import { plainDesktop } from '../../../src/preview/wire/switches.ts';

const none = { userDataDir: null, port: 0, mayOpenBrowser: true, out: null, switches: plainDesktop };

test.each([
  [[], none],
  [['--demo', '--preview', 'word'], none],
  [['--no-open', '--port=8123'], { ...none, mayOpenBrowser: false, port: 8123 }],
  [['--user-data-dir=/a b', '--out', 'x'], { ...none, userDataDir: '/a b', out: 'x' }],
  [['--user-data-dir='], none],
  [['--desktop={"platform":"win32"}'], { ...none, switches: { ...plainDesktop, platform: 'win32' } }],
])('%j is read', (argv, expected) => {
  expect(parsePreviewFlags(argv)).toEqual(expected);
});

test.each([
  '--port=abc',
  '--port=70000',
  '--port',
  '--port=1.5',
  '--desktop=windows',
  '--desktop={"platform":"beos"}',
  '--desktop={"unknown":1}',
])('%s names the mistake', (flag) => {
  const [name] = flag.split('=');
  expect(parsePreviewFlags([flag])).toEqual({ problem: expect.stringContaining(`${name} needs`) });
});
