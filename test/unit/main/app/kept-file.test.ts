import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createInboxFile } from '../../../../src/main/inbox/inbox-file.ts';
import { createSettingsFile } from '../../../../src/main/settings/settings-file.ts';
import { type AppState, createAppStore } from '../../../../src/main/state/store.ts';
import { defaultSettings } from '../../../../src/shared/settings.ts';
import { anAlert } from '../../../fakes/an-alert.ts';
import { createQuietLog } from '../../../fakes/quiet-log.ts';
import { makeTemporaryDirectory, type TemporaryDirectory } from '../../../fakes/temporary-directory.ts';

type Kind = 'settings' | 'inbox';
const kinds: readonly Kind[] = ['settings', 'inbox'];

/** A state of each kind for every number, and the number of a state; 0 without a file. */
const holding = (kind: Kind, count: number): Partial<AppState> =>
  kind === 'settings'
    ? { settings: { ...defaultSettings, mutedUntilMs: count } }
    : { inbox: [anAlert(count)] };
const held = (kind: Kind, { settings, inbox }: AppState): number =>
  (kind === 'settings' ? settings.mutedUntilMs : inbox[0]?.id) ?? 0;

const keptAsideAs = { settings: 'settings-newer', inbox: 'inbox-kept-aside' } as const;
const unreadableAs = { settings: 'settings-broken', inbox: 'inbox-kept-aside' } as const;
const newer = '{"version": 2, "alerts": "moved"}';

let directory: TemporaryDirectory;

beforeEach(async () => {
  directory = await makeTemporaryDirectory();
});
afterEach(async () => {
  vi.useRealTimers();
  await directory[Symbol.asyncDispose]();
});

const pathOf = (kind: Kind) => join(directory.path, `${kind}.json`);

/** The app with one of its files, from its start to its end. */
async function run(kind: Kind, path = pathOf(kind)) {
  const log = createQuietLog();
  const parts = { path, log };
  const initial = createAppStore().getState();
  const settingsFile = createSettingsFile(parts);
  const inboxFile = createInboxFile(parts);
  const file = kind === 'settings' ? settingsFile : inboxFile;
  const store = createAppStore(
    kind === 'settings'
      ? { ...initial, settings: await settingsFile.load() }
      : { ...initial, inbox: await inboxFile.load() },
  );
  const stop = file.follow(store);
  return {
    log,
    store,
    stop,
    flush: file.flush,
    hold: (count: number) => store.setState(holding(kind, count)),
    held: () => held(kind, store.getState()),
    told: () => store.getState().notices.map((notice) => notice.kind),
    quit: () => {
      stop();
      return file.flush();
    },
  };
}

async function nextRunHolds(kind: Kind): Promise<number> {
  const { held: holds, stop } = await run(kind);
  stop();
  return holds();
}

/** What is in the way of the next write; taken away by what it returns. */
async function blockWrites(kind: Kind): Promise<() => Promise<void>> {
  await mkdir(join(`${pathOf(kind)}.tmp`, 'x'), { recursive: true });
  return () => rm(`${pathOf(kind)}.tmp`, { recursive: true });
}

const stopTimers = () => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });

/** While the fake clock stands still, as files take real time. */
async function realTimeUntil(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setImmediate(resolve));
}

describe.each(kinds)('the file of the %s', (kind) => {
  it('holds over a restart what was there last', async () => {
    const first = await run(kind);
    for (let count = 1; count <= 100; count += 1) first.hold(count);
    await first.quit();
    expect(await nextRunHolds(kind)).toBe(100);
  });

  it('is no problem while there is none, and is not made for nothing', async () => {
    const { told, log, quit } = await run(kind);
    await quit();
    expect([told(), log.lines, await readdir(directory.path)]).toEqual([[], [], []]);
  });

  it.each([
    ['is of a newer version', () => writeFile(pathOf(kind), newer), keptAsideAs[kind]],
    ['cannot be read', () => mkdir(pathOf(kind)), unreadableAs[kind]],
  ])('that %s is kept aside, and the place told', async (_what, prepare, notice) => {
    await prepare();
    const { store, log, held: holds, hold, quit } = await run(kind);
    expect(holds()).toBe(0);
    expect(log.lines).toHaveLength(1);
    hold(7);
    await quit();
    const [aside = '', ...more] = (await readdir(directory.path)).filter((name) => name !== `${kind}.json`);
    expect(more).toEqual([]);
    const keptAs = join(directory.path, aside);
    expect(store.getState().notices).toEqual([{ kind: notice, keptAs }]);
    if (notice === keptAsideAs[kind] && (await stat(keptAs)).isFile())
      expect(await readFile(keptAs, 'utf8')).toBe(newer);
    expect(await nextRunHolds(kind)).toBe(7);
  });

  it('that can be neither used nor moved is never overwritten, nor tried again', async () => {
    // No room is left in the name for saying that it is kept.
    const path = join(directory.path, `${'x'.repeat(235)}.json`);
    await writeFile(path, newer);
    stopTimers();
    const { store, told, hold, flush } = await run(kind, path);
    await flush();
    expect(store.getState().notices).toEqual([{ kind: keptAsideAs[kind], keptAs: path }]);
    hold(7);
    await flush();
    expect(told()).toEqual([keptAsideAs[kind], `${kind}-not-saved`]);
    expect(vi.getTimerCount()).toBe(0);
    expect(await readFile(path, 'utf8')).toBe(newer);
  });

  it('is one file, for its user alone, whatever a run that was killed left behind', async () => {
    await writeFile(`${pathOf(kind)}.tmp`, 'half a fi', { mode: 0o666 });
    const { hold, quit } = await run(kind);
    hold(7);
    await quit();
    expect(await readdir(directory.path)).toEqual([`${kind}.json`]);
    if (process.platform !== 'win32') expect((await stat(pathOf(kind))).mode & 0o777).toBe(0o600);
    expect(await nextRunHolds(kind)).toBe(7);
  });

  it('makes its directory when that is missing', async () => {
    const path = join(directory.path, 'deep', `${kind}.json`);
    const { hold, quit } = await run(kind, path);
    hold(7);
    await quit();
    expect((await run(kind, path)).held()).toBe(7);
  });

  it('leaves no half of a file where the whole cannot take its place', async () => {
    const { hold, told, quit } = await run(kind);
    await mkdir(join(pathOf(kind), 'x'), { recursive: true });
    hold(7);
    await quit();
    expect(told()).toEqual([`${kind}-not-saved`]);
    expect(await readdir(directory.path)).toEqual([`${kind}.json`]);
  });

  it('that cannot be written is tried again ever later, at least once a minute, until it can', async () => {
    stopTimers();
    const { hold, told, log, quit } = await run(kind);
    let unblock = await blockWrites(kind);
    /** In seconds, between the tries that follow. */
    const waits = async (tries: number) => {
      const seconds: number[] = [];
      for (let count = 0; count < tries; count += 1) {
        let waited = 0;
        for (; vi.getTimerCount() === 1; waited += 1) vi.advanceTimersByTime(1_000);
        seconds.push(waited);
        await realTimeUntil(() => vi.getTimerCount() === 1);
      }
      return seconds;
    };
    const fail = async (count: number) => {
      hold(count);
      // The settings are written by now, the inbox is in a second.
      if (kind === 'inbox') vi.advanceTimersByTime(1_000);
      await realTimeUntil(() => told().length > 0);
    };
    await fail(7);
    expect(await waits(7)).toEqual([2, 4, 8, 16, 32, 60, 60]);
    expect(log.lines).toHaveLength(1);
    expect(told()).toEqual([`${kind}-not-saved`]);
    await unblock();
    vi.advanceTimersByTime(60_000);
    await realTimeUntil(() => told().length === 0);
    expect(await nextRunHolds(kind)).toBe(7);
    unblock = await blockWrites(kind);
    await fail(8);
    expect(await waits(2)).toEqual([2, 4]);
    await unblock();
    await quit();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('is told no more to whoever dismissed it, while it is only tried again, and saved in the end', async () => {
    stopTimers();
    const { store, hold, flush, told } = await run(kind);
    const unblock = await blockWrites(kind);
    hold(7);
    await flush();
    store.setState({ notices: [] });
    await flush();
    expect(told()).toEqual([]);
    await unblock();
    await flush();
    expect(await nextRunHolds(kind)).toBe(7);
  });

  it('needs no saving any more once the state is what it was', async () => {
    const first = await run(kind);
    const before = first.store.getState();
    await blockWrites(kind);
    first.hold(7);
    await first.flush();
    first.store.setState({ settings: before.settings, inbox: before.inbox });
    await first.flush();
    expect(first.told()).toEqual([]);
  });

  it('is tried once more when the app quits, and left alone from then on', async () => {
    stopTimers();
    const { hold, flush, stop } = await run(kind);
    const unblock = await blockWrites(kind);
    hold(7);
    await flush();
    stop();
    expect(vi.getTimerCount()).toBe(0);
    await flush();
    expect(vi.getTimerCount()).toBe(0);
    await unblock();
    hold(8);
    expect(vi.getTimerCount()).toBe(0);
    await flush();
    expect(await nextRunHolds(kind)).toBe(8);
  });
});

describe('the file of the settings alone', () => {
  it.each(['{"version": 1, "accou', '', '[]'])('is kept aside when it holds %j', async (text) => {
    await writeFile(pathOf('settings'), text);
    const { told, held: holds } = await run('settings');
    expect(told()).toEqual(['settings-broken']);
    expect(holds()).toBe(0);
    const [aside = ''] = await readdir(directory.path);
    expect(aside).toMatch(/^settings\.broken-.+\.json$/);
    expect(await readFile(join(directory.path, aside), 'utf8')).toBe(text);
  });

  it('is written at once, before any time passes', async () => {
    stopTimers();
    const { hold } = await run('settings');
    hold(7);
    await realTimeUntil(async () => (await nextRunHolds('settings')) === 7);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('is told again about what is changed after its failure was dismissed', async () => {
    stopTimers();
    const { store, hold, flush, told } = await run('settings');
    await blockWrites('settings');
    hold(7);
    await flush();
    store.setState({ notices: [] });
    hold(8);
    await flush();
    expect(told()).toEqual(['settings-not-saved']);
  });
});

describe('the file of the inbox alone', () => {
  it('is written once a second in a storm without end: a crash costs no more than the last', async () => {
    stopTimers();
    const { hold } = await run('inbox');
    for (let second = 1; second <= 3; second += 1) {
      for (let tenth = 1; tenth <= 10; tenth += 1) {
        if (second === 1) await expect(stat(pathOf('inbox'))).rejects.toThrow();
        hold(10 * second + tenth);
        vi.advanceTimersByTime(100);
      }
      await realTimeUntil(async () => {
        const { alerts } = JSON.parse(await readFile(pathOf('inbox'), 'utf8').catch(() => '{"alerts":[]}'));
        return alerts[0]?.id > 10 * second;
      });
    }
  });

  it('is told of once, however much comes that cannot be saved', async () => {
    const { store, hold, flush, told, log } = await run('inbox');
    await blockWrites('inbox');
    for (const count of [1, 2]) {
      hold(count);
      await flush();
      expect(told()).toEqual(count === 1 ? ['inbox-not-saved'] : []);
      store.setState({ notices: [] });
    }
    expect(log.lines).toHaveLength(1);
  });
});
