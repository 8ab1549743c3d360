import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { createInboxFile } from '../../../src/main/inbox/inbox-file.ts';
import { createSettingsFile } from '../../../src/main/settings/settings-file.ts';
import { createAppStore } from '../../../src/main/state/store.ts';
import { between, createRandom } from '../../../src/simulator/random.ts';
import { startPreview } from '../../fakes/preview-process.ts';
import { createQuietLog } from '../../fakes/quiet-log.ts';
import { makeTemporaryDirectory } from '../../fakes/temporary-directory.ts';
import { proveEach } from './prove-each.ts';
import { processFaults } from './rows.ts';

const keeper = join(import.meta.dirname, '../../fixtures/keep-for-ever.ts');
const files = ['inbox.json', 'settings.json'];
const allowed = [...files, ...files.map((name) => `${name}.tmp`)];

type Count = { readonly settings: number; readonly inbox: number };

/** The last state of each file that the process said it wanted, and the last it said it had saved. */
async function keepUntilKilled(folder: string, agents: number, delayMs: number) {
  const child = spawn(process.execPath, [keeper, folder, String(agents)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  let isDoomed = false;
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString();
    if (isDoomed || !/^has settings/m.test(output) || !/^has inbox/m.test(output)) return;
    isDoomed = true;
    setTimeout(() => child.kill('SIGKILL'), delayMs);
  });
  const [, signal] = await once(child, 'close');
  expect(signal).toBe('SIGKILL');
  const last = (what: string, file: string): number =>
    Number([...output.matchAll(new RegExp(`^${what} ${file} (\\d+)$`, 'gm'))].at(-1)?.[1] ?? 0);
  const both = (what: string): Count => ({ settings: last(what, 'settings'), inbox: last(what, 'inbox') });
  return { wanted: both('wants'), had: both('has') };
}

async function loadBoth(folder: string, agents: number): Promise<Count> {
  const log = createQuietLog();
  const settingsFile = createSettingsFile({ path: join(folder, 'settings.json'), log });
  const inboxFile = createInboxFile({ path: join(folder, 'inbox.json'), log });
  const store = createAppStore({ settings: await settingsFile.load(), inbox: await inboxFile.load() });
  for (const file of [settingsFile, inboxFile]) file.follow(store)();
  const { settings, notices } = store.getState();
  expect(notices).toEqual([]);
  expect(log.lines).toEqual([]);
  expect(settings.accounts[0]?.agentUsers).toHaveLength(agents);
  const ids = store.getState().inbox.map(({ id }) => id);
  expect(ids).toEqual(ids.map((_, index) => (ids[0] ?? 0) + index));
  return { settings: settings.mutedUntilMs ?? 0, inbox: ids.at(-1) ?? 0 };
}

/** One folder after another run in it was killed, and what a run had saved is what the next one finds. */
async function killInARow(kills: number, agents: number, seed: number): Promise<void> {
  await using directory = await makeTemporaryDirectory();
  const random = createRandom(seed);
  for (let kill = 0; kill < kills; kill += 1) {
    const { wanted, had } = await keepUntilKilled(directory.path, agents, between(random, 0, 25));
    const found = await loadBoth(directory.path, agents);
    for (const file of ['settings', 'inbox'] as const) {
      expect(found[file], `${file}, seed ${seed}, kill ${kill}`).toBeGreaterThanOrEqual(had[file]);
      expect(found[file], `${file}, seed ${seed}, kill ${kill}`).toBeLessThanOrEqual(wanted[file]);
      // What was wanted and is not there is the one change whose write was under way.
      expect(wanted[file] - had[file]).toBeLessThanOrEqual(1);
    }
    for (const name of await readdir(directory.path)) expect(allowed).toContain(name);
  }
}

describe('processes', () => {
  proveEach(processFaults, {
    killed: async () => {
      // From an account of a few agents, written in no time, to one whose file takes a while.
      await Promise.all([1, 500, 2_000, 20_000].map((agents, index) => killInARow(25, agents, index + 1)));
    },

    'two-launches': async () => {
      await using directory = await makeTemporaryDirectory();
      const flags = [`--user-data-dir=${directory.path}`, '--demo', '--hidden'];
      await using one = startPreview(flags);
      await using two = startPreview(flags);
      const came = ({ url, ended }: typeof one) => Promise.race([url().then(() => 'runs'), ended]);
      const both = await Promise.all([came(one), came(two)]);
      expect(both.toSorted()).toEqual([0, 'runs']);
      const running = both[0] === 'runs' ? one : two;
      await expect.poll(async () => (await running.desktop()).window.visible, { timeout: 10_000 }).toBe(true);
      await expect
        .poll(async () => (await running.desktop()).tray.tooltip, { timeout: 20_000 })
        .toMatch(/ready|call/);
      // Nothing is kept besides the settings, the inbox and the log; the lock is the preview's own.
      const kept = await readdir(directory.path, { recursive: true });
      const expected = ['inbox.json', 'logs', join('logs', 'main.log'), 'preview-lock.json', 'settings.json'];
      for (const name of kept.filter((path) => !path.endsWith('.tmp'))) expect(expected).toContain(name);
      expect(await readFile(join(directory.path, 'logs', 'main.log'), 'utf8')).not.toMatch(
        /uncaught|unhandled/,
      );
    },
  });
});
