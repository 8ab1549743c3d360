import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { formatSettings } from '../../src/main/settings/parse-settings.ts';
import { accountId } from '../../src/shared/account.ts';
import { defaultSettings } from '../../src/shared/settings.ts';
import { createFloor } from '../../src/simulator/floor.ts';
import { between, createRandom } from '../../src/simulator/random.ts';
import { startMainProcess } from '../fakes/main-process.ts';
import { inKeychain, keychainWith, settingsWith } from '../fakes/plain-edges.ts';
import { makeTemporaryDirectory } from '../fakes/temporary-directory.ts';
import { createVirtualTime } from '../replay/virtual-time.ts';
import { plantLeak } from './planted-leak.ts';
import { createSoakDialler } from './soak-dialler.ts';
import { createFaultBag, faultName } from './soak-fault.ts';
import { createFaultRunner } from './soak-fault-runner.ts';
import { createSoakUser } from './soak-user.ts';

export interface SoakOptions {
  readonly hours: number;
  readonly agents: number;
  readonly seed: number;
  readonly intervalMs: number;
  /** The budget; less of it makes many agents affordable. */
  readonly requestsPerSecond?: number;
  /** Without, nothing ever goes wrong, and nobody touches the app either. */
  readonly hasFaults: boolean;
  /** To see that a leak is seen. */
  readonly hasLeak?: boolean;
}

/** What the app holds on to, once all that can be swept away is, and nothing is wrong for the moment. */
export interface SoakSample {
  readonly hour: number;
  readonly heapBytes: number;
  readonly rssBytes: number;
  /** Open handles and requests of the process, by Node's own count. */
  readonly resources: number;
  readonly timers: number;
  readonly listeners: Readonly<Record<string, number>>;
  /** All asked about, all answered, nobody stale: the problem of the hour is over and done with. */
  readonly isWell: boolean;
}

export interface SoakRecord {
  readonly samples: readonly SoakSample[];
  readonly requests: number;
  readonly faults: Readonly<Record<string, number>>;
  readonly pushes: number;
  readonly notifications: number;
  readonly errorsLogged: number;
  /** Rejections nobody handled, and errors nobody caught. */
  readonly crashes: readonly string[];
}

const secondMs = 1_000;
const minuteMs = 60 * secondMs;
const hourMs = 60 * minuteMs;
const startWallMs = Date.UTC(2026, 10, 24, 8);
const stepMs = 20_000;
const apiUser = 'soak.api';
const baseUrl = 'https://soak.croco-dial.net/goAPIv2';
/** Of the end of every hour: enough for the longest back-off, and for an agent that was deleted (5 min). */
const calmMs = 8 * minuteMs;

/** Hours of the app in seconds, with everything going wrong that can; a sample at the end of every hour. */
export async function playSoak(options: SoakOptions): Promise<SoakRecord> {
  const { hours, agents, seed, intervalMs, hasFaults } = options;
  using time = createVirtualTime(startWallMs);
  using crashes = watchForCrashes();
  const { clock } = time;
  const random = createRandom(seed);
  const floor = createFloor({ seed, agentCount: agents, startWallMs });
  const deleted = new Set<string>();
  const seenFloor = { ...floor, find: (user: string) => (deleted.has(user) ? null : floor.find(user)) };
  const password = 'first-password';
  const dialler = createSoakDialler({ floor: seenFloor, clock, random, apiUser, password });
  const agentUsers = floor.people().map(({ user }) => user);
  const account = {
    id: accountId(apiUser, baseUrl),
    baseUrl,
    apiUser,
    method: 'post',
    format: 'json',
  } as const;
  await using directory = await makeTemporaryDirectory();
  const { requestsPerSecond = defaultSettings.requestsPerSecond } = options;
  const settings = {
    ...settingsWith({ ...account, agentUsers }),
    intervalMs,
    requestsPerSecond,
    me: agentUsers[0] ?? null,
  };
  await writeFile(join(directory.path, 'settings.json'), formatSettings(settings));
  const keychain = keychainWith(account.id, password);
  const app = await startMainProcess({
    clock,
    random,
    http: dialler.http,
    folder: directory.path,
    keychain: inKeychain(keychain),
  });
  await app.begun;
  const user = createSoakUser(app, agentUsers, random);
  const nextFault = createFaultBag(random);
  const runner = createFaultRunner({ app, keychain, dialler, time, random, agentUsers, deleted });
  const leak = options.hasLeak ? plantLeak(app) : null;
  const faults: Record<string, number> = {};
  const samples: SoakSample[] = [];

  const pass = (ms: number): Promise<void> => time.runUntil(clock.wallMs() + ms);

  /** Calm and problem in turn, until the calm that every hour ends with. */
  async function playHour(endMs: number): Promise<void> {
    let changeAtMs = clock.nowMs() + between(random, minuteMs / 2, 4 * minuteMs);
    let end: (() => Promise<void>) | null = null;
    while (clock.nowMs() < endMs - calmMs) {
      if (hasFaults && clock.nowMs() >= changeAtMs) {
        if (end === null) {
          const fault = nextFault();
          faults[faultName(fault)] = (faults[faultName(fault)] ?? 0) + 1;
          end = await runner.begin(fault);
        } else {
          await end();
          end = null;
        }
        changeAtMs = clock.nowMs() + between(random, minuteMs / 4, 4 * minuteMs);
      }
      if (hasFaults) user.act();
      leak?.step();
      await pass(stepMs);
      app.sweep();
    }
    await end?.();
    if (hasFaults) await user.putBack();
    await pass(endMs - secondMs - clock.nowMs());
    app.sweep();
    // A notification that was clicked opened it, and what it asked for then is to be answered.
    app.window.hide();
    await pass(secondMs);
  }

  for (let hour = 1; hour <= hours; hour += 1) {
    await playHour(hour * hourMs);
    await app.flush();
    samples.push(sampleAt(hour));
  }

  function sampleAt(hour: number): SoakSample {
    collectGarbage();
    const { heapUsed, rss } = process.memoryUsage();
    const { health, agents: known } = app.store.getState();
    return {
      hour,
      heapBytes: heapUsed,
      rssBytes: rss,
      resources: process.getActiveResourcesInfo().length,
      timers: time.pendingTimers(),
      listeners: app.listeners(),
      isWell:
        health.kind === 'ok' &&
        known.size === agents &&
        [...known.values()].every(({ phase, staleSinceMs }) => phase === 'known' && staleSinceMs === null),
    };
  }

  const { pushes, notifications, errors } = app.figures();
  await app.stop();
  leak?.stop();
  return {
    samples,
    requests: dialler.requests(),
    faults,
    pushes,
    notifications,
    errorsLogged: errors,
    crashes: crashes.seen,
  };
}

/** Twice, because what a finaliser lets go of is garbage only after the first. */
function collectGarbage(): void {
  if (globalThis.gc === undefined) throw new Error('Start Node with --expose-gc.');
  globalThis.gc();
  globalThis.gc();
}

function watchForCrashes() {
  const seen: string[] = [];
  const note = (reason: unknown): void => void seen.push(String(reason));
  process.on('unhandledRejection', note);
  process.on('uncaughtException', note);
  return {
    seen,
    [Symbol.dispose]: () => {
      process.off('unhandledRejection', note);
      process.off('uncaughtException', note);
    },
  };
}
