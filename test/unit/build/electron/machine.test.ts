import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { isSetuidRoot, mountOf, readMachine } from '../../../../build/electron/machine.ts';
import { makeTemporaryDirectory } from '../../../fakes/temporary-directory.ts';

const mountInfo = `22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
39 22 8:2 / /home rw shared:2 - ext4 /dev/sda2 rw
40 22 8:2 / /home rw,nosuid,nodev shared:2 - ext4 /dev/sda2 rw
41 22 0:35 / /mnt/my\\040files rw,noexec - vboxsf share rw
`;

test.each([
  ['/home/maria/app/electron', '/home', ['rw', 'nosuid', 'nodev']],
  ['/mnt/my files/electron', '/mnt/my files', ['rw', 'noexec']],
  ['/homework/electron', '/', ['rw', 'relatime']],
])('%s is on the file system mounted at %s', (path, at, options) => {
  expect(mountOf(path, mountInfo)).toEqual({ at, options });
});

async function makeSystem(files: Readonly<Record<string, string>>) {
  const directory = await makeTemporaryDirectory();
  for (const [path, text] of Object.entries(files)) {
    const file = join(directory.path, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  }
  const executable = join(directory.path, 'electron/electron');
  const read = (platform: NodeJS.Platform = 'linux') =>
    readMachine({
      executable,
      platform,
      arch: 'x64',
      path: join(directory.path, 'bin'),
      system: directory.path,
    });
  return { ...directory, executable, read };
}

const elf = `\x7fELF${'\0'.repeat(14)}\xb7\0`;

test('everything that decides is read', async () => {
  await using system = await makeSystem({
    'proc/sys/kernel/apparmor_restrict_unprivileged_userns': '1\n',
    'proc/sys/user/max_user_namespaces': '96364\n',
    'proc/self/mountinfo': mountInfo,
    'electron/electron': '',
    'electron/chrome-sandbox': '',
    'bin/apt-get': '',
    'var/lib/dpkg/info/libssl3t64:amd64.list': '',
  });
  await writeFile(system.executable, elf, 'latin1');
  await chmod(join(system.path, 'bin/apt-get'), 0o755);
  expect(await system.read()).toMatchObject({
    executable: system.executable,
    isExecutable: false,
    elfMachine: 183,
    namespaceSwitches: new Map([
      ['kernel.apparmor_restrict_unprivileged_userns', '1'],
      ['user.max_user_namespaces', '96364'],
    ]),
    hasAppArmorProfile: false,
    hasSetuidSandbox: false,
    mount: { at: '/' },
    installer: 'apt-get',
    hasTime64Names: true,
  });
});

test('a profile of AppArmor counts if it names this binary', async () => {
  await using system = await makeSystem({
    'electron/electron': '',
    'etc/apparmor.d/other': 'profile "/opt/x"',
  });
  expect((await system.read()).hasAppArmorProfile).toBe(false);
  await writeFile(
    join(system.path, 'etc/apparmor.d/ours'),
    `profile "${system.executable}" flags=(unconfined) {}`,
  );
  expect((await system.read()).hasAppArmorProfile).toBe(true);
});

test.each([
  [{ uid: 0, mode: 0o104755 }, true],
  [{ uid: 0, mode: 0o100755 }, false],
  [{ uid: 1000, mode: 0o104755 }, false],
  [undefined, false],
])('of a helper like %j it is %s that Chromium takes it', (file, expected) => {
  expect(isSetuidRoot(file)).toBe(expected);
});

test('a machine that tells nothing is read without a word', async () => {
  await using system = await makeSystem({});
  expect(await system.read('darwin')).toMatchObject({
    elfMachine: null,
    namespaceSwitches: new Map(),
    mount: null,
    libraries: '',
    installer: null,
  });
});
