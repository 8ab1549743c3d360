import { execFileSync } from 'node:child_process';
import { lstat, mkdir, readdir, readFile, readlink, rename, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createInboxFile } from '../../../../src/main/inbox/inbox-file.ts';
import { createSettingsFile } from '../../../../src/main/settings/settings-file.ts';
import { createAppStore } from '../../../../src/main/state/store.ts';
import type { Settings } from '../../../../src/shared/settings.ts';
import { anAlert } from '../../../fakes/an-alert.ts';
import { createQuietLog } from '../../../fakes/quiet-log.ts';
import { makeTemporaryDirectory, type TemporaryDirectory } from '../../../fakes/temporary-directory.ts';
import { settings } from '../../../fixtures/first-edition.ts';

let directory: TemporaryDirectory;
let path: string;
const stops: (() => void)[] = [];

beforeEach(async () => {
  directory = await makeTemporaryDirectory();
  path = join(directory.path, 'settings.json');
});
afterEach(async () => {
  for (const stop of stops.splice(0)) stop();
  await directory[Symbol.asyncDispose]();
});

/** The app with its settings file, from its start on. */
async function run(file = path) {
  const kept = createSettingsFile({ path: file, log: createQuietLog() });
  const store = createAppStore({ settings: await kept.load() });
  const stop = kept.follow(store);
  stops.push(stop);
  return {
    settings: () => store.getState().settings,
    told: () => store.getState().notices.map(({ kind }) => kind),
    /** What was kept aside. */
    kept: async () => {
      const [notice] = store.getState().notices;
      return notice !== undefined && 'keptAs' in notice ? readFile(notice.keptAs, 'utf8') : null;
    },
    change: async (change: Partial<Settings>) => {
      store.setState({ settings: { ...store.getState().settings, ...change } });
      await kept.flush();
    },
    quit: async () => {
      stop();
      await kept.flush();
    },
  };
}

/** As an earlier run of the app left it. */
async function leave(given: Settings = { ...settings, isPresenting: false, hidesNumbers: false }) {
  const { change, quit } = await run();
  await change(given);
  await quit();
  return JSON.parse(await readFile(path, 'utf8'));
}

const put = (value: unknown) => writeFile(path, JSON.stringify(value));
const until = async (isSo: () => boolean) => {
  while (!isSo()) await wait(50);
};

describe('a settings file that somebody edited', () => {
  it('is used as it says now, told, and kept as it was found; the next run has nothing to tell', async () => {
    const file = await leave();
    await put({ ...file, theme: 'light' });
    const text = await readFile(path, 'utf8');
    const first = await run();
    await first.quit();
    expect(first.settings()).toEqual({
      ...settings,
      isPresenting: false,
      hidesNumbers: false,
      theme: 'light',
    });
    expect([first.told(), await first.kept()]).toEqual([['settings-edited'], text]);
    const second = await run();
    expect([second.told(), second.settings().theme]).toEqual([[], 'light']);
  });

  it('only in its spacing is as good as before', async () => {
    const file = await leave();
    await put(file);
    expect((await run()).told()).toEqual([]);
  });

  it.each([
    ['UTF-8 with its mark', (text: string) => Buffer.from(`\uFEFF${text}`)],
    ['UTF-16', (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['UTF-16, the other way round', (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()],
  ])('and saved as %s loads', async (_what, encode) => {
    await leave();
    await writeFile(path, encode(await readFile(path, 'utf8')));
    const { told, settings: read } = await run();
    expect([told(), read().dictionary]).toEqual([[], settings.dictionary]);
  });

  it.each<[string, object]>([
    ['"true"', { isPresenting: 'true' }],
    ['1', { isPresenting: 1 }],
    ['nothing', { isPresenting: undefined }],
    ['another name', { isPresenting: undefined, isPresentinf: true }],
  ])('with %s where a privacy switch was hides what it would hide', async (_what, change) => {
    const file = await leave({ ...settings, isPresenting: true });
    await put({ ...file, ...change });
    const { settings: read, told } = await run();
    expect(read().isPresenting).toBe(true);
    expect(told()).toHaveLength(1);
  });

  it('into something that is of no use starts fresh settings, which hide everything', async () => {
    await writeFile(path, '{"version": 1, ');
    expect((await run()).settings()).toMatchObject({ isPresenting: true, hidesNumbers: true });
  });

  it('loses no rule and no status to one key that this edition does not know', async () => {
    const file = await leave();
    const [rule, ...rules] = file.rules;
    const [status, ...statuses] = file.dictionary;
    const odd = { ...rule, note: 1, whom: { ...rule.whom, team: 2 }, what: { ...rule.what, often: 3 } };
    await put({
      ...file,
      rules: [{ ...odd, escalation: { ...rule.escalation, phone: 0 } }, ...rules],
      dictionary: [{ ...status, colour: 'red' }, ...statuses],
    });
    const { settings: read, told } = await run();
    expect(read().rules).toEqual(settings.rules);
    expect(read().dictionary).toEqual(settings.dictionary);
    expect(told()).toEqual(['settings-partly']);
  });
});

describe('a settings file of a newer edition', () => {
  it('keeps what this one does not know, also after changes of this one', async () => {
    const { change, quit, told } = await leaveNewer();
    expect(told()).toEqual(['settings-newer-parts']);
    await change({ theme: 'light', rules: settings.rules.slice(1).map((rule) => ({ ...rule, holdMs: 7 })) });
    await quit();
    const { rules, theme, wall, hasSound, checksum } = JSON.parse(await readFile(path, 'utf8'));
    expect({ theme, wall, hasSound }).toEqual({ theme: 'light', wall: { size: 3 }, hasSound: 'loud' });
    expect(
      rules.map(({ id, holdMs, note }: { id: string; holdMs: number; note?: string }) => [id, holdMs, note]),
    ).toEqual([
      ['r2', 7, 'mine'],
      ...settings.rules.slice(2).map(({ id }) => [id, 7, undefined]),
      ['rx', 0, undefined],
    ]);
    expect(checksum).toMatch(/^[0-9a-f]{16}$/);
    expect((await run()).told()).toEqual(['settings-newer-parts']);
  });

  /** With a setting, a value, a kind of rule and a key in a rule that are not there yet. */
  async function leaveNewer() {
    const { sealed } = await import('../../../../src/main/app/seal.ts');
    const { checksum: _, ...file } = await leave();
    const [first, second, ...others] = file.rules;
    const unknown = { ...first, id: 'rx', holdMs: 0, what: { kind: 'full-moon' } };
    const rules = [first, { ...second, note: 'mine' }, ...others, unknown];
    await put(sealed({ ...file, rules, wall: { size: 3 }, hasSound: 'loud' }));
    return run();
  }
});

describe('a settings file while the app runs', () => {
  it('is taken up when somebody changes it, but for the account in use', { timeout: 30_000 }, async () => {
    const file = await leave();
    const { told, settings: read, kept } = await run();
    const [inUse, other] = file.accounts;
    const changed = { ...file, theme: 'light', accounts: [{ ...inUse, agentUsers: [] }, other] };
    await put(changed);
    await until(() => told().length > 0);
    expect(told()).toEqual(['settings-edited']);
    expect(await kept()).toBe(JSON.stringify(changed));
    expect(read()).toMatchObject({ theme: 'light', accounts: settings.accounts.slice(0, 2) });
  });

  it('that somebody breaks, or changes in the same moment, is kept aside', { timeout: 30_000 }, async () => {
    await leave();
    const first = await run();
    await writeFile(path, '{"version": 1, "acc');
    await until(() => first.told().length > 0);
    expect(first.told()).toEqual(['settings-not-taken']);
    await first.quit();
    expect((await run()).settings()).toEqual(first.settings());
    const second = await run();
    await put({ theme: 'light' });
    await second.change({ theme: 'system' });
    expect([second.told(), await second.kept()]).toEqual([['settings-not-taken'], '{"theme":"light"}']);
    await second.quit();
    expect((await run()).settings().theme).toBe('system');
  });
});

describe.skipIf(process.platform === 'win32')('in the place of a settings file', () => {
  it.each(['there', 'not there yet'])('a link to a file that is %s is followed', async (where) => {
    const elsewhere = join(directory.path, 'elsewhere.json');
    if (where === 'there') {
      await leave();
      await rename(path, elsewhere);
    }
    await symlink(elsewhere, path);
    const { change, quit, told } = await run();
    await change({ mutedUntilMs: 7 });
    await quit();
    expect(await readlink(path)).toBe(elsewhere);
    expect(JSON.parse(await readFile(elsewhere, 'utf8')).mutedUntilMs).toBe(7);
    expect([told(), (await run()).settings().mutedUntilMs]).toEqual([[], 7]);
  });

  it('a pipe is refused at once, and made room for', async () => {
    execFileSync('mkfifo', [path]);
    const { told, change, quit } = await run();
    expect(told()).toEqual(['settings-broken']);
    await change({ mutedUntilMs: 7 });
    await quit();
    expect((await run()).settings().mutedUntilMs).toBe(7);
  });

  it.each(['/dev/zero', '/dev/null'])(
    'a link to %s is refused at once, and the device left alone',
    async (to) => {
      await symlink(to, path);
      expect((await run()).told()).toEqual(['settings-broken']);
      expect((await lstat(to)).isCharacterDevice()).toBe(true);
      expect(await readdir(directory.path)).toEqual([expect.stringMatching(/^settings\.broken-/)]);
    },
  );

  it('a folder is moved aside', async () => {
    await mkdir(path);
    expect((await run()).told()).toEqual(['settings-broken']);
  });
});

it('an inbox that somebody edits while the app runs is kept aside, and goes on as it was', async () => {
  const file = createInboxFile({ path: join(directory.path, 'inbox.json'), log: createQuietLog() });
  const store = createAppStore({ inbox: await file.load() });
  stops.push(file.follow(store));
  store.setState({ inbox: [anAlert(1)] });
  await file.flush();
  await writeFile(join(directory.path, 'inbox.json'), '{"version":1,"alerts":[]}');
  store.setState({ inbox: [anAlert(1), anAlert(2)] });
  await file.flush();
  expect(store.getState().notices).toMatchObject([{ kind: 'inbox-not-taken' }]);
  const saved = createInboxFile({ path: join(directory.path, 'inbox.json'), log: createQuietLog() });
  expect(await saved.load()).toEqual([anAlert(1), anAlert(2)]);
});
