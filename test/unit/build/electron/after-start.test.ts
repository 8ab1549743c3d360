import { expect, test } from 'vitest';
import { type Ending, obstacleAfter } from '../../../../build/electron/after-start.ts';
import type { Machine } from '../../../../build/electron/machine.ts';
import { sentenceOf } from '../../../../build/electron/obstacle.ts';
import { aMachine } from '../../../fakes/a-machine.ts';

const anEnding = (ending: Partial<Ending>): Ending => ({
  code: null,
  signal: null,
  refusal: null,
  afterMs: 200,
  hadStarted: false,
  hasToldWhy: false,
  wasAsked: false,
  wasHung: false,
  lastWords: '',
  ...ending,
});

test.each<[string, Partial<Ending>]>([
  ['has quit', { code: 0, hadStarted: true, afterMs: 60_000 }],
  ['has quit at once, as another one runs already', { code: 0 }],
  ['was stopped with Ctrl+C while it started', { signal: 'SIGINT', wasAsked: true }],
  ['was stopped so that it ended with a code', { code: 130, wasAsked: true }],
  ['had told the person itself why the app cannot start', { code: 1, hasToldWhy: true }],
  ['was stopped while it hung', { signal: 'SIGTERM', wasAsked: true, wasHung: true }],
  ['crashed after an hour', { signal: 'SIGSEGV', hadStarted: true, afterMs: 3_600_000 }],
  ['ended with a code of its own five seconds later', { code: 7, hadStarted: true, afterMs: 5_000 }],
])('Electron that %s is left alone', (_what, ending) => {
  expect(obstacleAfter(anEnding(ending), aMachine())).toBeNull();
});

const missing =
  '/app/electron/electron: error while loading shared libraries: libasound.so.2: cannot open shared object file';
const bundle = '/app/dist/Electron.app';

test.each<[string, Partial<Ending>, Partial<Machine>, string]>([
  [
    'aborts at once',
    { signal: 'SIGABRT' },
    {},
    'Electron ended after 0.2 s, by SIGABRT, so this opens the preview. What would help: npm start -- --enable-logging',
  ],
  [
    'aborts at once inside a shell',
    { code: 134 },
    {},
    'Electron ended after 0.2 s, with code 134, so this opens the preview. What would help: npm start -- --enable-logging',
  ],
  [
    'is ended by a trap',
    { code: 133 },
    {},
    'Electron ended after 0.2 s, with code 133, so this opens the preview. What would help: npm start -- --enable-logging',
  ],
  [
    'dies after 3 s, though it had started',
    { code: 1, hadStarted: true, afterMs: 3_000 },
    {},
    'Electron ended after 3 s, with code 1, so this opens the preview. What would help: npm start -- --enable-logging',
  ],
  [
    'dies after 10 s and never started',
    { code: 1, afterMs: 10_000 },
    {},
    'Electron ended after 10 s, with code 1, so this opens the preview. What would help: npm start -- --enable-logging',
  ],
  [
    'misses a library',
    { code: 127, lastWords: missing },
    {},
    'Electron needs the library libasound.so.2, which is not installed here, so this opens the preview. What would help: sudo apt-get install libasound2',
  ],
  [
    'hangs',
    { signal: 'SIGTERM', wasHung: true, afterMs: 20_012 },
    {},
    'Electron showed nothing for 20 s and was ended, so this opens the preview. What would help: npm start -- --disable-gpu',
  ],
  [
    'hangs, and says 0 when it is ended',
    { code: 0, wasHung: true, afterMs: 20_012 },
    {},
    'Electron showed nothing for 20 s and was ended, so this opens the preview. What would help: npm start -- --disable-gpu',
  ],
  [
    'says that it has no sandbox',
    {
      signal: 'SIGTRAP',
      lastWords:
        'FATAL:setuid_sandbox_host.cc(166)] The SUID sandbox helper binary was found, but is not configured correctly.',
    },
    {},
    'This system forbids Electron its sandbox, so this opens the preview. What would help: sudo chown root:root /app/electron/chrome-sandbox && sudo chmod 4755 /app/electron/chrome-sandbox',
  ],
  [
    'says that it is root',
    { signal: 'SIGTRAP', lastWords: 'Running as root without --no-sandbox is not supported.' },
    {},
    'Electron does not run as root, so this opens the preview. What would help: runuser -u YOUR-USER -- npm start',
  ],
  [
    'says that its display is gone',
    { code: 1, lastWords: 'ERROR:ozone_platform_x11.cc(244)] Missing X server or $DISPLAY' },
    {},
    'Electron found no display, so this opens the preview. What would help: npm start -- --preview',
  ],
  [
    'may not be run',
    { refusal: 'EACCES' },
    {},
    'This system does not let Electron run (EACCES), so this opens the preview. What would help: chmod +x /app/electron/electron',
  ],
  [
    'is no program of this system',
    { refusal: 'UNKNOWN' },
    { platform: 'win32' },
    'The Electron binary does not fit this system (UNKNOWN), so this opens the preview. What would help: npm ci',
  ],
  [
    'is killed by macOS',
    { signal: 'SIGKILL' },
    { platform: 'darwin', executable: `${bundle}/Contents/MacOS/Electron` },
    `macOS ended Electron, as it does with an app whose signature it does not accept, so this opens the preview. What would help: xattr -cr ${bundle} && codesign --force --deep --sign - ${bundle}`,
  ],
  [
    'misses a DLL',
    { code: 0xc0000135 },
    { platform: 'win32' },
    'A file that Electron needs is missing or damaged, so this opens the preview. What would help: npm ci',
  ],
])('Electron that %s leads to one sentence and one command', (_what, ending, machine, expected) => {
  const obstacle = obstacleAfter(anEnding(ending), aMachine(machine));
  expect(obstacle === null ? null : sentenceOf(obstacle)).toBe(expected);
});
