import { expect, test } from 'vitest';
import { type PackagerMachine, packagerWords } from '../../../build/packager-words.ts';

const none = '     0 valid identities found\n';
const certificate =
  '  1) 0A1B "Developer ID Application: Acme Ltd (ABCDE12345)"\n     1 valid identities found\n';
const aMachine = (machine: Partial<PackagerMachine>): PackagerMachine => ({
  platform: 'darwin',
  env: {},
  certificates: () => none,
  ...machine,
});

test.each<[string, readonly string[], Partial<PackagerMachine>, readonly string[]]>([
  ['on a Mac without a certificate it is signed by nobody', [], {}, ['-c.mac.identity=-']],
  ['a certificate in the keychain signs', [], { certificates: () => certificate }, []],
  [
    'a certificate that nobody may look for does not',
    [],
    { certificates: () => certificate, env: { CSC_IDENTITY_AUTO_DISCOVERY: 'false' } },
    ['-c.mac.identity=-'],
  ],
  ['a certificate in a file signs', [], { env: { CSC_LINK: 'file.p12' } }, []],
  ['a certificate that is named signs', [], { env: { CSC_NAME: 'Acme Ltd' } }, []],
  ['whoever chooses an identity gets it', ['-c.mac.identity=null'], {}, []],
  [
    'elsewhere a Mac app is signed by nobody, too',
    ['--mac', 'dir'],
    { platform: 'linux' },
    ['-c.mac.identity=-'],
  ],
  ['on Linux the name has no space', ['--dir'], { platform: 'linux' }, ['-c.productName=croco-tray']],
  ['for Linux the name has no space', ['-l', 'deb'], {}, ['-c.productName=croco-tray']],
  ['Windows needs no more', [], { platform: 'win32' }, []],
  ['for Windows no more is needed', ['--win'], {}, []],
])('%s', (_what, given, machine, added) => {
  expect(packagerWords(given, aMachine(machine))).toEqual({ words: [...given, ...added] });
});

test.each([[['--linux', '--win']], [['-m', '-l']], [['-mwl']]])(
  '%j are too many systems at a time',
  (given) => {
    expect(packagerWords(given, aMachine({}))).toEqual({
      problem: expect.stringContaining('one system at a time'),
    });
  },
);
