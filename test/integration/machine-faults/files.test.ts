import { execFileSync } from 'node:child_process';
import { chmod, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { formatSettings } from '../../../src/main/settings/parse-settings.ts';
import { defaultSettings } from '../../../src/shared/settings.ts';
import { anAlert } from '../../fakes/an-alert.ts';
import { makeTemporaryDirectory } from '../../fakes/temporary-directory.ts';
import { type Machine, startMachine } from './machine.ts';
import { proveEach } from './prove-each.ts';
import { fileFaults } from './rows.ts';
import { smallDisk } from './small-disk.ts';

type Kind = 'settings' | 'inbox';

const dark = { ...defaultSettings, theme: 'dark' } as const;
const alerts = [anAlert(1), anAlert(2)];
const good = {
  settings: formatSettings(dark),
  inbox: `${JSON.stringify({ version: 1, alerts })}\n`,
} as const;
const newer = {
  settings: '{"version": 99, "moved": true}',
  inbox: '{"version": 99, "moved": true}',
} as const;

/** The user changes something that is kept in this file. */
function change({ app }: Machine, kind: Kind, theme: 'light' | 'dark' = 'light'): void {
  if (kind === 'settings') void app.answers.changePreferences({ change: { theme } });
  else app.store.setState({ inbox: [{ ...anAlert(7), status: theme }] });
}

/** What the next run would find. */
async function isSaved({ folder }: Machine, kind: Kind, theme = 'light'): Promise<boolean> {
  const value = JSON.parse(await readFile(join(folder, `${kind}.json`), 'utf8'));
  return (kind === 'settings' ? value.theme : value.alerts[0]?.status) === theme;
}

const keptAside = async (folder: string, kind: Kind): Promise<readonly string[]> =>
  (await readdir(folder)).filter(
    (name) => name.startsWith(`${kind}.broken-`) || name.startsWith(`${kind}.kept-`),
  );

const sentenceOf = (key: keyof typeof fileFaults): string => fileFaults[key].sentence;

/** Told of, kept aside as it was, and saved to from then on, which the next run finds. */
async function startsAnew(key: keyof typeof fileFaults, kind: Kind, text: string): Promise<void> {
  await using first = await startMachine({
    prepare: (folder) => writeFile(join(folder, `${kind}.json`), text),
  });
  await first.pass(2);
  expect(first.told()).toContain(sentenceOf(key));
  const aside = await keptAside(first.folder, kind);
  expect(aside).toHaveLength(1);
  for (const name of aside) expect(await readFile(join(first.folder, name), 'utf8')).toBe(text);
  change(first, kind);
  await first.pass(3);
  expect(await isSaved(first, kind)).toBe(true);
  await using second = await startMachine({ folder: first.folder, prepare: async () => undefined });
  expect(second.app.store.getState().notices).toEqual([]);
}

/** Whom the rights of files do not bind gets a folder in the place of the file. */
async function makeUnreadable(path: string, text: string): Promise<void> {
  if (process.getuid?.() === 0) return void (await mkdir(path));
  await writeFile(path, text);
  await chmod(path, 0);
}

async function isUnreadable(key: keyof typeof fileFaults, kind: Kind): Promise<void> {
  await using machine = await startMachine({
    prepare: (folder) => makeUnreadable(join(folder, `${kind}.json`), good[kind]),
  });
  await machine.pass(2);
  expect(machine.told()).toContain(sentenceOf(key));
  expect(await keptAside(machine.folder, kind)).toHaveLength(1);
  change(machine, kind);
  await machine.pass(3);
  expect(await isSaved(machine, kind)).toBe(true);
}

/** So deep that the longer name of what is kept aside does not fit. */
async function isImmovable(key: keyof typeof fileFaults, kind: Kind): Promise<void> {
  await using directory = await makeTemporaryDirectory();
  const longest = 4_095 - `/${kind}.json.tmp`.length;
  let folder = directory.path;
  while (folder.length + 202 < longest) folder = join(folder, 'd'.repeat(200));
  folder = join(folder, 'd'.repeat(longest - folder.length - 1));
  await using machine = await startMachine({
    folder,
    prepare: async () => {
      await mkdir(folder, { recursive: true });
      await writeFile(join(folder, `${kind}.json`), newer[kind]);
    },
  });
  change(machine, kind);
  await machine.pass(300);
  expect(machine.told()).toContain(sentenceOf(key));
  expect(machine.told()).toHaveLength(3);
  expect(await readFile(join(folder, `${kind}.json`), 'utf8')).toBe(newer[kind]);
}

/** What it says now is as good, and not what was written. */
async function isChanged(): Promise<void> {
  await using first = await startMachine();
  change(first, 'settings', 'dark');
  await first.pass(3);
  const path = join(first.folder, 'settings.json');
  const text = (await readFile(path, 'utf8')).replace('"hasSound": true', '"hasSound": false');
  await writeFile(path, text);
  await using second = await startMachine({ folder: first.folder, prepare: async () => undefined });
  await second.pass(2);
  expect(second.told()).toEqual([sentenceOf('settings-changed')]);
  const [aside = ''] = await keptAside(second.folder, 'settings');
  expect(await readFile(join(second.folder, aside), 'utf8')).toBe(text);
  await using third = await startMachine({ folder: first.folder, prepare: async () => undefined });
  expect(third.app.store.getState().notices).toEqual([]);
}

async function isEdited(): Promise<void> {
  await using machine = await startMachine();
  await machine.pass(2);
  await writeFile(join(machine.folder, 'settings.json'), '{"version": 1, "acc');
  change(machine, 'settings', 'dark');
  await machine.pass(3);
  expect(machine.told()).toEqual([sentenceOf('settings-edited')]);
  expect(machine.isWatching()).toBe(true);
  expect(await isSaved(machine, 'settings', 'dark')).toBe(true);
  expect(await keptAside(machine.folder, 'settings')).toHaveLength(1);
}

async function isPipe(): Promise<void> {
  await using machine = await startMachine({
    prepare: async (folder) => void execFileSync('mkfifo', [join(folder, 'settings.json')]),
  });
  expect(machine.told()).toContain(sentenceOf('settings-pipe'));
  change(machine, 'settings', 'dark');
  await machine.pass(3);
  expect(await isSaved(machine, 'settings', 'dark')).toBe(true);
}

/** A folder where the new file would first be written: told once, until it is saved by itself. */
async function isUnwritable(key: keyof typeof fileFaults, kind: Kind): Promise<void> {
  await using machine = await startMachine();
  const inTheWay = join(machine.folder, `${kind}.json.tmp`);
  await machine.pass(10);
  await mkdir(join(inTheWay, 'x'), { recursive: true });
  change(machine, kind);
  await machine.pass(300);
  expect(machine.told()).toEqual([sentenceOf(key)]);
  expect(machine.isWatching()).toBe(true);
  await rm(inTheWay, { recursive: true });
  await machine.pass(61);
  expect(machine.told()).toEqual([]);
  expect(await isSaved(machine, kind)).toBe(true);
  await mkdir(join(inTheWay, 'x'), { recursive: true });
  change(machine, kind, 'dark');
  await machine.pass(5);
  await rm(inTheWay, { recursive: true });
  await machine.app.flush();
  expect(await isSaved(machine, kind, 'dark')).toBe(true);
}

async function isFull(key: keyof typeof fileFaults, kind: Kind): Promise<void> {
  await using disk = await smallDisk();
  const path = join(disk.folder, `${kind}.json`);
  await using machine = await startMachine({
    folder: disk.folder,
    prepare: () => writeFile(path, good[kind]),
  });
  await machine.pass(2);
  const names = (await readdir(disk.folder)).toSorted();
  disk.fill();
  change(machine, kind);
  await machine.pass(120);
  expect(machine.told()).toContain(sentenceOf(key));
  expect(await readFile(path, 'utf8')).toBe(good[kind]);
  disk.makeRoom();
  expect((await readdir(disk.folder)).toSorted()).toEqual(names);
  await machine.pass(61);
  expect(await isSaved(machine, kind)).toBe(true);
  expect(machine.told()).not.toContain(sentenceOf(key));
}

describe('a file that fails, or a full disk', () => {
  proveEach(fileFaults, {
    'settings-truncated': () =>
      startsAnew('settings-truncated', 'settings', good.settings.slice(0, good.settings.length / 2)),
    'settings-unreadable': () => isUnreadable('settings-unreadable', 'settings'),
    'settings-immovable': () => isImmovable('settings-immovable', 'settings'),
    'settings-newer': () => startsAnew('settings-newer', 'settings', newer.settings),
    'settings-unwritable': () => isUnwritable('settings-unwritable', 'settings'),
    'settings-disk-full': () => isFull('settings-disk-full', 'settings'),
    'settings-changed': isChanged,
    'settings-edited': isEdited,
    'settings-pipe': isPipe,
    'inbox-truncated': () =>
      startsAnew('inbox-truncated', 'inbox', good.inbox.slice(0, good.inbox.length / 2)),
    'inbox-unreadable': () => isUnreadable('inbox-unreadable', 'inbox'),
    'inbox-immovable': () => isImmovable('inbox-immovable', 'inbox'),
    'inbox-newer': () => startsAnew('inbox-newer', 'inbox', newer.inbox),
    'inbox-unwritable': () => isUnwritable('inbox-unwritable', 'inbox'),
    'inbox-disk-full': () => isFull('inbox-disk-full', 'inbox'),
  });
});
