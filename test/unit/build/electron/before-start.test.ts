import { expect, test } from 'vitest';
import { obstacleBefore, rootObstacle } from '../../../../build/electron/before-start.ts';
import type { Machine } from '../../../../build/electron/machine.ts';
import { sentenceOf } from '../../../../build/electron/obstacle.ts';
import { aMachine } from '../../../fakes/a-machine.ts';

const appArmor = 'kernel.apparmor_restrict_unprivileged_userns';
const restricted = new Map([[appArmor, '1']]);
const sentence = (machine: Partial<Machine>, isSandboxed = true): string | null => {
  const obstacle = obstacleBefore(aMachine(machine), isSandboxed);
  return obstacle === null ? null : sentenceOf(obstacle);
};

test.each<[string, Partial<Machine>]>([
  ['an ordinary Linux', {}],
  [
    'a kernel that allows user namespaces',
    {
      namespaceSwitches: new Map([
        [appArmor, '0'],
        ['user.max_user_namespaces', '96364'],
      ]),
    },
  ],
  ['a setuid helper', { namespaceSwitches: restricted, hasSetuidSandbox: true }],
  ['an AppArmor profile for this binary', { namespaceSwitches: restricted, hasAppArmorProfile: true }],
  ['macOS', { platform: 'darwin', elfMachine: null }],
  ['Windows', { platform: 'win32', elfMachine: null }],
  ['a processor that nobody has listed', { arch: 'riscv64', elfMachine: 243 }],
  [
    'a file system that forbids setuid, where nobody needs it',
    { mount: { at: '/home', options: ['nosuid'] } },
  ],
])('Electron may start on %s', (_what, machine) => {
  expect(sentence(machine)).toBeNull();
});

test.each<[string, Partial<Machine>, string]>([
  [
    'AppArmor forbids user namespaces',
    { namespaceSwitches: restricted },
    'This system forbids Electron its sandbox (kernel.apparmor_restrict_unprivileged_userns is 1), so this opens the preview. What would help: sudo chown root:root /app/electron/chrome-sandbox && sudo chmod 4755 /app/electron/chrome-sandbox',
  ],
  [
    'Debian’s kernel forbids them',
    { namespaceSwitches: new Map([['kernel.unprivileged_userns_clone', '0']]) },
    'This system forbids Electron its sandbox (kernel.unprivileged_userns_clone is 0), so this opens the preview. What would help: sudo chown root:root /app/electron/chrome-sandbox && sudo chmod 4755 /app/electron/chrome-sandbox',
  ],
  [
    'there may be none of them, and the helper may not be setuid there',
    {
      namespaceSwitches: new Map([['user.max_user_namespaces', '0']]),
      hasSetuidSandbox: true,
      mount: { at: '/app', options: ['rw', 'nosuid'] },
    },
    'This system forbids Electron its sandbox (user.max_user_namespaces is 0), so this opens the preview. What would help: sudo sysctl -w user.max_user_namespaces=15000',
  ],
  [
    'the helper is in a folder with a space in its name, where Chromium does not find it',
    { namespaceSwitches: restricted, hasSetuidSandbox: true, executable: '/my apps/electron' },
    'This system forbids Electron its sandbox (kernel.apparmor_restrict_unprivileged_userns is 1), so this opens the preview. What would help: sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0',
  ],
  [
    'one library is missing',
    { libraries: '\tlibnss3.so => not found\n\tlibc.so.6 => /lib/libc.so.6 (0x1)\n' },
    'Electron needs the library libnss3.so, which is not installed here, so this opens the preview. What would help: sudo apt-get install libnss3',
  ],
  [
    'the binary is for another processor',
    { arch: 'arm64' },
    'The Electron binary here is for another kind of processor, so this opens the preview. What would help: npm ci',
  ],
  [
    'nothing may be run from there',
    { mount: { at: '/mnt/a b', options: ['rw', 'noexec'] } },
    "Programs may not run from /mnt/a b (it is mounted noexec), so this opens the preview. What would help: sudo mount -o remount,exec '/mnt/a b'",
  ],
  [
    'the binary is not executable',
    { isExecutable: false },
    'The Electron binary is not marked as a program, so this opens the preview. What would help: chmod +x /app/electron/electron',
  ],
])('when %s, one sentence says so and names one command', (_what, machine, expected) => {
  expect(sentence(machine)).toBe(expected);
});

test('who starts it with --no-sandbox is held up by no sandbox', () => {
  expect(sentence({ namespaceSwitches: restricted }, false)).toBeNull();
  expect(sentence({ isExecutable: false }, false)).not.toBeNull();
});

test('root is told how to start it as somebody else', () => {
  expect(sentenceOf(rootObstacle('maria'))).toBe(
    'Electron does not run as root, so this opens the preview. What would help: sudo -u maria npm start',
  );
  expect(sentenceOf(rootObstacle(undefined))).toBe(
    'Electron does not run as root, so this opens the preview. What would help: runuser -u YOUR-USER -- npm start',
  );
});
