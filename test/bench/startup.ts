import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { type Account, accountId } from '../../src/shared/account.ts';
import { defaultSettings } from '../../src/shared/settings.ts';
import { makeTemporaryDirectory } from '../fakes/temporary-directory.ts';
import { median } from './figures.ts';

const agentCount = 1_000;
const runCount = 9;
const askEveryMs = 2;
const giveUpAfterMs = 30_000;

export interface StartupFigures {
  readonly runs: number;
  /** Medians, from the start of the process. Node and the stand-in's own start are in them, Electron's is not. */
  readonly readyMs: number;
  readonly trayMs: number;
}

/** From the start of the preview's process until its tray has an icon; the settings are those of a thousand agents. */
export async function measureStartup(): Promise<StartupFigures> {
  await using directory = await makeTemporaryDirectory();
  const userData = join(directory.path, 'data');
  await mkdir(userData);
  await writeFile(join(userData, 'settings.json'), JSON.stringify(settings()));
  // What the first one has to read from the disk, the others find in memory.
  await startOnce(userData);
  const readyMs: number[] = [];
  const trayMs: number[] = [];
  for (let run = 0; run < runCount; run += 1) {
    const took = await startOnce(userData);
    readyMs.push(took.readyMs);
    trayMs.push(took.trayMs);
  }
  return { runs: runCount, readyMs: median(readyMs), trayMs: median(trayMs) };
}

async function startOnce(userData: string): Promise<Omit<StartupFigures, 'runs'>> {
  const startedMs = performance.now();
  const tookMs = () => performance.now() - startedMs;
  const host = spawn(
    process.execPath,
    ['src/preview/main.ts', '--no-open', '--hidden', `--user-data-dir=${userData}`],
    {
      cwd: join(import.meta.dirname, '../..'),
      stdio: ['ignore', 'pipe', 'ignore'],
      // What a keychain takes to answer is the desktop's own.
      env: { ...process.env, DBUS_SESSION_BUS_ADDRESS: 'unix:path=/dev/null' },
    },
  );
  const ended = once(host, 'exit');
  try {
    const url = await urlToldBy(host.stdout);
    const readyMs = tookMs();
    while (!(await hasTray(url))) {
      if (tookMs() > giveUpAfterMs) throw new Error('No icon came into the tray.');
      await wait(askEveryMs);
    }
    return { readyMs, trayMs: tookMs() };
  } finally {
    host.kill();
    await ended;
  }
}

async function urlToldBy(output: Readable): Promise<string> {
  for await (const line of createInterface(output)) {
    const url = /^Preview ready: (\S+)$/.exec(line)?.[1];
    if (url !== undefined) return url;
  }
  throw new Error('The preview did not start.');
}

const desktop = z.object({ tray: z.object({ isShown: z.boolean(), icon: z.object({}).nullable() }) });

async function hasTray(url: string): Promise<boolean> {
  const { search } = new URL(url);
  const { tray } = desktop.parse(await (await fetch(new URL(`/desktop.json${search}`, url))).json());
  return tray.isShown && tray.icon !== null;
}

/** Nobody answers at that address, and without a password nobody is asked. */
function settings() {
  const baseUrl = 'http://127.0.0.1:9/goAPIv2';
  const account: Account = {
    id: accountId('bench', baseUrl),
    baseUrl,
    apiUser: 'bench',
    method: 'post',
    format: 'json',
    agentUsers: Array.from({ length: agentCount }, (_, index) => `agent.${index}`),
  };
  return { version: 1, ...defaultSettings, accounts: [account], activeAccountId: account.id };
}

if (import.meta.main) console.log(JSON.stringify(await measureStartup()));
