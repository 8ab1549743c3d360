import { chmod, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createInboxFile } from '../../../../src/main/inbox/inbox-file.ts';
import { createAppStore } from '../../../../src/main/state/store.ts';
import type { Alert } from '../../../../src/shared/alert.ts';
import { anAlert } from '../../../fakes/an-alert.ts';
import { createQuietLog } from '../../../fakes/quiet-log.ts';
import { makeTemporaryDirectory, type TemporaryDirectory } from '../../../fakes/temporary-directory.ts';

let directory: TemporaryDirectory;
let path: string;

beforeEach(async () => {
  directory = await makeTemporaryDirectory();
  path = join(directory.path, 'inbox.json');
});
afterEach(async () => {
  vi.useRealTimers();
  await directory[Symbol.asyncDispose]();
});

/** The app, from its start to its end. */
async function run() {
  const log = createQuietLog();
  const file = createInboxFile({ path, log });
  const store = createAppStore({ inbox: await file.load() });
  const stop = file.follow(store);
  return {
    log,
    store,
    inbox: () => store.getState().inbox,
    notices: () => store.getState().notices,
    hold: (inbox: readonly Alert[]) => store.setState({ inbox }),
    flush: file.flush,
    quit: () => {
      stop();
      return file.flush();
    },
  };
}

const put = (alerts: unknown, version: unknown = 1) => writeFile(path, JSON.stringify({ version, alerts }));
/** While the fake clock stands still, as files take real time. */
async function realTimeUntil(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setImmediate(resolve));
}

const many = (count: number) => Array.from({ length: count }, (_, index) => anAlert(index + 1));

describe('the inbox over a restart', () => {
  it('is as it was, up to the last second', async () => {
    const inbox = [anAlert(1, { isRead: true }), anAlert(2, { quiet: 'muted', maskedNumber: '' })];
    const first = await run();
    first.hold(inbox);
    await first.quit();
    expect((await run()).inbox()).toEqual(inbox);
  });

  it('stays empty once it was cleared', async () => {
    await put([anAlert(1)]);
    const first = await run();
    first.hold([]);
    await first.quit();
    expect(await readFile(path, 'utf8')).not.toContain('ana');
    expect((await run()).inbox()).toEqual([]);
  });

  it('keeps a line with the longest texts a dialler can bring', async () => {
    const long = '🙂'.repeat(200);
    const inbox = [anAlert(1, { campaign: long, callType: long, status: '🙂'.repeat(60) })];
    const first = await run();
    first.hold(inbox);
    await first.quit();
    expect((await run()).inbox()).toEqual(inbox);
  });

  it('holds the newest 500', async () => {
    await put(many(700));
    const inbox = (await run()).inbox();
    expect(inbox).toHaveLength(500);
    expect(inbox.at(-1)?.id).toBe(700);
  });
});

describe('an inbox file', () => {
  it.each([
    ['is empty', ''],
    ['was cut short', JSON.stringify({ version: 1, alerts: [anAlert(1)] }).slice(0, 60)],
    ['is of another kind', '[]'],
    ['has a version that is none', '{"version": "1", "alerts": []}'],
    ['has no lines', '{"version": 1}'],
    ['is no text', Buffer.from([0xff, 0xfe, 0x00]).toString('latin1')],
  ])('that %s starts an empty inbox, which is then saved', async (_what, text) => {
    await writeFile(path, text);
    const { inbox, notices, hold, quit, log } = await run();
    expect(inbox()).toEqual([]);
    expect(notices()).toEqual([{ kind: 'inbox-lost' }]);
    expect(log.lines).toHaveLength(1);
    hold([anAlert(9)]);
    await quit();
    expect((await run()).inbox()).toEqual([anAlert(9)]);
    expect(await readdir(directory.path)).toEqual(['inbox.json']);
  });

  it('is no problem while there is none yet', async () => {
    const { inbox, notices, log } = await run();
    expect(inbox()).toEqual([]);
    expect(notices()).toEqual([]);
    expect(log.lines).toEqual([]);
  });

  it('loses the lines that are garbled and no others', async () => {
    const odd = [{ ...anAlert(2), topic: 'weather' }, null, 7, { ...anAlert(3), id: 0 }, { id: 4 }];
    await put([anAlert(1), ...odd, { ...anAlert(5), note: 'surplus' }]);
    expect((await run()).inbox()).toEqual([anAlert(1), anAlert(5)]);
  });

  it('holds each line once, as it was last', async () => {
    await put([anAlert(1), anAlert(2), anAlert(1, { isRead: true })]);
    expect((await run()).inbox()).toEqual([anAlert(1, { isRead: true }), anAlert(2)]);
  });

  it('of a newer version is kept aside for it', async () => {
    await put('moved', 2);
    const text = await readFile(path, 'utf8');
    const { inbox, notices, hold, quit } = await run();
    expect(inbox()).toEqual([]);
    hold([anAlert(1)]);
    await quit();
    const others = (await readdir(directory.path)).filter((name) => name !== 'inbox.json');
    expect(others).toHaveLength(1);
    const keptAs = join(directory.path, others[0] ?? '');
    expect(notices()).toEqual([{ kind: 'inbox-kept-aside', keptAs }]);
    expect(await readFile(keptAs, 'utf8')).toBe(text);
    expect((await run()).inbox()).toEqual([anAlert(1)]);
  });

  it('that cannot be read is kept aside too', async () => {
    await mkdir(path);
    const { hold, quit } = await run();
    hold([anAlert(1)]);
    await quit();
    expect((await run()).inbox()).toEqual([anAlert(1)]);
  });

  it('that can be neither used nor moved is never overwritten', async () => {
    // No room is left in the name for saying that it is kept.
    path = join(directory.path, `${'i'.repeat(235)}.json`);
    await put('moved', 2);
    const text = await readFile(path, 'utf8');
    const { hold, notices, quit } = await run();
    hold([anAlert(1)]);
    await quit();
    expect(await readFile(path, 'utf8')).toBe(text);
    expect(notices().map(({ kind }) => kind)).toEqual(['inbox-kept-aside', 'inbox-not-saved']);
  });
});

describe('writing the inbox', () => {
  it('leaves one file, whole and for its user alone', async () => {
    const { hold, quit } = await run();
    hold(many(3));
    await quit();
    expect(await readdir(directory.path)).toEqual(['inbox.json']);
    if (process.platform !== 'win32') expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  it('waits a second, and then a storm is one write', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { hold, flush } = await run();
    for (let count = 1; count <= 50; count += 1) {
      hold(many(count));
      vi.advanceTimersByTime(10);
    }
    await expect(stat(path)).rejects.toThrow();
    vi.advanceTimersByTime(500);
    // What the timer began is what this waits for: nothing is left to write.
    await flush();
    expect(JSON.parse(await readFile(path, 'utf8'))).toEqual({ version: 1, alerts: many(50) });
  });

  it('of a storm without end happens every second: a crash costs no more than the last', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { hold, flush } = await run();
    for (let second = 1; second <= 5; second += 1) {
      for (let tenth = 1; tenth <= 10; tenth += 1) {
        hold([anAlert(10 * second + tenth)]);
        vi.advanceTimersByTime(100);
      }
      await realTimeUntil(async () => {
        const { alerts } = JSON.parse(await readFile(path, 'utf8').catch(() => '{"alerts":[]}'));
        return alerts[0]?.id > 10 * second;
      });
    }
    await flush();
  });

  it('writes nothing while nothing changed', async () => {
    await put([anAlert(1)]);
    const before = await stat(path);
    const { store, quit } = await run();
    store.setState({ isWatchPaused: true });
    await quit();
    expect((await stat(path)).ino).toBe(before.ino);
  });

  it('that fails is told once, rejects nothing, and is made up for by the next', async () => {
    const { hold, notices, flush, quit, log } = await run();
    await mkdir(`${path}.tmp`);
    await writeFile(join(`${path}.tmp`, 'in the way'), '');
    for (const count of [1, 2, 3]) {
      hold(many(count));
      await flush();
    }
    expect(log.lines).toHaveLength(1);
    expect(notices()).toEqual([{ kind: 'inbox-not-saved' }]);
    await rm(`${path}.tmp`, { recursive: true });
    await quit();
    expect(notices()).toEqual([]);
    expect((await run()).inbox()).toEqual(many(3));
  });

  it('is tried again by itself, and at least once a minute', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { hold, flush, quit, notices } = await run();
    await mkdir(join(`${path}.tmp`, 'x'), { recursive: true });
    hold(many(3));
    await flush();
    // The timer begins a write, and what waits for it then is the one after.
    for (let tries = 0; tries < 8; tries += 1) {
      expect(vi.getTimerCount()).toBe(1);
      await vi.advanceTimersByTimeAsync(60_000);
      await realTimeUntil(async () => vi.getTimerCount() === 1);
    }
    await rm(`${path}.tmp`, { recursive: true });
    await vi.advanceTimersByTimeAsync(60_000);
    await realTimeUntil(async () => notices().length === 0);
    expect(JSON.parse(await readFile(path, 'utf8'))).toEqual({ version: 1, alerts: many(3) });
    await quit();
  });

  it('passes over a leftover that others could read', async () => {
    await writeFile(`${path}.tmp`, 'half a fi');
    await chmod(`${path}.tmp`, 0o666);
    const { hold, quit } = await run();
    hold(many(1));
    await quit();
    if (process.platform !== 'win32') expect((await stat(path)).mode & 0o777).toBe(0o600);
  });
});
