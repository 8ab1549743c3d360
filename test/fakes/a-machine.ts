import type { Machine } from '../../build/electron/machine.ts';

/** A Debian on which nothing keeps Electron from starting. */
export const aMachine = (machine: Partial<Machine> = {}): Machine => ({
  platform: 'linux',
  arch: 'x64',
  executable: '/app/electron/electron',
  isExecutable: true,
  elfMachine: 62,
  namespaceSwitches: new Map(),
  hasAppArmorProfile: false,
  hasSetuidSandbox: false,
  mount: { at: '/', options: ['rw', 'relatime'] },
  libraries: '',
  installer: 'apt-get',
  hasTime64Names: false,
  ...machine,
});
