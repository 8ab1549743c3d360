import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { formatSettings } from '../../../../src/main/settings/parse-settings.ts';
import { createSettingsFile } from '../../../../src/main/settings/settings-file.ts';
import { defaultSettings, type Settings } from '../../../../src/shared/settings.ts';
import { createQuietLog } from '../../../fakes/quiet-log.ts';
import { makeTemporaryDirectory, type TemporaryDirectory } from '../../../fakes/temporary-directory.ts';

let directory: TemporaryDirectory;
let path: string;

beforeEach(async () => {
  directory = await makeTemporaryDirectory();
  path = join(directory.path, 'settings.json');
});

afterEach(() => directory[Symbol.asyncDispose]());

const dark: Settings = { ...defaultSettings, theme: 'dark' };
const every = (intervalMs: number): Settings => ({ ...defaultSettings, intervalMs });
const open = () => createSettingsFile({ path, log: createQuietLog() });

describe('loading', () => {
  it('starts with the defaults on the first run', async () => {
    expect(await open().load()).toEqual({ settings: defaultSettings, broken: null });
  });

  it('reads what an earlier run saved', async () => {
    await open().save(dark);
    expect(await open().load()).toEqual({ settings: dark, broken: null });
  });

  it.each([
    ['cut short', formatSettings(dark).slice(0, 40)],
    ['empty', ''],
    ['of another kind', '[]'],
    ['of a newer version', '{"version": 2}'],
  ])('keeps a file that is %s aside and says where', async (how, text) => {
    await writeFile(path, text);
    const file = open();
    const { settings, broken } = await file.load();
    expect(settings).toEqual(defaultSettings);
    expect(broken?.isNewer).toBe(how === 'of a newer version');
    expect(await readFile(broken?.keptAs ?? '', 'utf8')).toBe(text);
    await file.save(dark);
    expect(await readFile(broken?.keptAs ?? '', 'utf8')).toBe(text);
    expect((await open().load()).settings).toEqual(dark);
  });

  it('keeps what is no file aside too', async () => {
    await mkdir(path);
    const file = open();
    const { broken } = await file.load();
    expect((await stat(broken?.keptAs ?? '')).isDirectory()).toBe(true);
    expect(await file.save(dark)).toEqual({ ok: true, value: null });
  });

  it('never overwrites a file it can neither use nor move', async () => {
    // No room is left in the name for saying that it is broken.
    path = join(directory.path, `${'s'.repeat(235)}.json`);
    await writeFile(path, 'not ours');
    const file = open();
    expect(await file.load()).toEqual({
      settings: defaultSettings,
      broken: { keptAs: path, isNewer: false },
    });
    expect(await file.save(dark)).toEqual({ ok: false, error: 'blocked' });
    expect(await readFile(path, 'utf8')).toBe('not ours');
  });
});

describe('saving', () => {
  it('leaves one file, for its user alone', async () => {
    await open().save(dark);
    expect(await readdir(directory.path)).toEqual(['settings.json']);
    if (process.platform !== 'win32') expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  it('writes only what changed', async () => {
    const file = open();
    await file.save(dark);
    const before = await stat(path);
    await file.save({ ...dark });
    expect((await stat(path)).ino).toBe(before.ino);
    const next = open();
    await next.load();
    await next.save(dark);
    expect((await stat(path)).ino).toBe(before.ino);
    await next.save(defaultSettings);
    expect((await stat(path)).ino).not.toBe(before.ino);
  });

  it('of a hundred at once ends with the last', async () => {
    const file = open();
    const saved = Array.from({ length: 100 }, (_, index) => file.save(every(3_000 + index)));
    expect(new Set((await Promise.all(saved)).map(({ ok }) => ok))).toEqual(new Set([true]));
    expect((await open().load()).settings.intervalMs).toBe(3_099);
  });

  it('is over when flushed', async () => {
    const file = open();
    void file.save(dark);
    void file.save(every(9_000));
    await file.flush();
    expect((await open().load()).settings).toEqual(every(9_000));
  });

  it('tells of a failure, and the next one is written all the same', async () => {
    const file = open();
    await mkdir(`${path}.tmp`);
    await writeFile(join(`${path}.tmp`, 'in the way'), '');
    expect(await file.save(dark)).toEqual({ ok: false, error: 'not-written' });
    await rm(`${path}.tmp`, { recursive: true });
    expect(await file.save(dark)).toEqual({ ok: true, value: null });
    expect((await open().load()).settings).toEqual(dark);
  });

  it('is tried once more when the app quits, if it failed', async () => {
    const file = open();
    await mkdir(join(`${path}.tmp`, 'x'), { recursive: true });
    await file.save(dark);
    await file.flush();
    expect((await open().load()).settings).toEqual(defaultSettings);
    await rm(`${path}.tmp`, { recursive: true });
    await file.flush();
    expect((await open().load()).settings).toEqual(dark);
  });

  it('leaves no half of a file where the whole cannot take its place', async () => {
    const file = open();
    await mkdir(join(path, 'x'), { recursive: true });
    expect(await file.save(dark)).toEqual({ ok: false, error: 'not-written' });
    expect(await readdir(directory.path)).toEqual(['settings.json']);
  });

  it('passes over what a run that was killed left behind', async () => {
    await writeFile(`${path}.tmp`, 'half a fi', { mode: 0o666 });
    await open().save(dark);
    expect((await open().load()).settings).toEqual(dark);
    if (process.platform !== 'win32') expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  it('makes the directory when it is missing', async () => {
    path = join(directory.path, 'deep', 'settings.json');
    expect(await open().save(dark)).toEqual({ ok: true, value: null });
  });
});
