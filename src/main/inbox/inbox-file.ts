import { join, parse } from 'node:path';
import { z } from 'zod';
import { type Alert, alertTopics, mostAlerts, quietReasons } from '../../shared/alert.ts';
import type { Notice } from '../../shared/app-view.ts';
import { families } from '../../shared/family.ts';
import { problemKinds } from '../../shared/problem.ts';
import { tellEvents } from '../../shared/tell-when.ts';
import { addNotice, removeNotice } from '../app/notices.ts';
import type { Log } from '../log/log.ts';
import { codeOf, readPatiently, renamePatiently, writeAtomically } from '../settings/atomic-file.ts';
import type { AppStore } from '../state/store.ts';

const version = 1;

/** In UTF-16 units: a reading is cut by characters, which may take two. */
const text = z.string().max(500);

/** Files of the first edition say `trouble`. */
const topic = z.preprocess(
  (value) => (value === 'trouble' ? 'connection-problem' : value),
  z.enum(alertTopics),
);

const alertShape: z.ZodType<Alert> = z.object({
  id: z.int().min(1),
  atMs: z.number(),
  topic,
  agentUser: text.nullable(),
  family: z.enum(families).nullable(),
  status: text,
  statusBefore: text,
  durationMs: z.number().nullable(),
  isAtLeast: z.boolean(),
  campaign: text,
  callType: text,
  maskedNumber: text,
  count: z.int(),
  event: z.enum(tellEvents).nullable(),
  problem: z.enum(problemKinds).nullable(),
  isLate: z.boolean(),
  isRead: z.boolean(),
  quiet: z.enum(quietReasons).nullable(),
});

const file = z.object({
  version: z.literal(version),
  alerts: z.array(alertShape.nullable().catch(null)),
});
const newerFile = z.object({ version: z.number().gt(version) });

/** Written at most this often: a storm is one write. */
const writeAfterMs = 1_000;
const longestRetryMs = 60_000;

/**
 * The inbox over restarts. It is a record, not a setting: what is garbled is left behind. What may still be
 * good, to a newer version or once it can be read again, is not ours to overwrite.
 */
export function createInboxFile({ path, log }: { readonly path: string; readonly log: Log }) {
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<void> = Promise.resolve();
  let store: AppStore | null = null;
  let inFile: readonly Alert[] | null = null;
  let isBlocked = false;
  let isFollowing = false;
  let isFailureTold = false;
  let retryMs = writeAfterMs;
  let loss: Notice | null = null;

  async function load(): Promise<readonly Alert[]> {
    try {
      const value = parseJson(await readPatiently(path));
      const parsed = file.safeParse(value);
      if (parsed.success) return goodLines(parsed.data.alerts);
      if (newerFile.safeParse(value).success) await quarantine('newer-version');
      else {
        log.warn('The inbox could not be used and starts empty');
        loss = { kind: 'inbox-lost' };
      }
    } catch (error) {
      if (codeOf(error) !== 'ENOENT') await quarantine(codeOf(error));
    }
    return [];
  }

  async function quarantine(reason: string): Promise<void> {
    const { dir, name, ext } = parse(path);
    const keptAs = join(dir, `${name}.kept-${new Date().toISOString().replace(/[:.]/g, '-')}${ext}`);
    try {
      await renamePatiently(path, keptAs);
      loss = { kind: 'inbox-kept-aside', keptAs };
      log.warn('The inbox could not be used and is kept aside', { reason });
    } catch (error) {
      isBlocked = true;
      loss = { kind: 'inbox-kept-aside', keptAs: path };
      log.error('The inbox could not be used nor moved', { reason, move: codeOf(error) });
    }
  }

  async function write(): Promise<void> {
    const alerts = store?.getState().inbox;
    if (store === null || alerts === undefined || alerts === inFile) return;
    if (isBlocked) return tellFailure(store, 'blocked');
    try {
      await writeAtomically(path, `${JSON.stringify({ version, alerts })}\n`);
      inFile = alerts;
      isFailureTold = false;
      retryMs = writeAfterMs;
      removeNotice(store, 'inbox-not-saved');
    } catch (error) {
      tellFailure(store, codeOf(error));
      retryMs = Math.min(2 * retryMs, longestRetryMs);
      if (isFollowing) timer ??= setTimeout(writeNow, retryMs);
    }
  }

  function tellFailure(followed: AppStore, reason: string): void {
    if (isFailureTold) return;
    isFailureTold = true;
    log.error('The inbox was not saved', { reason });
    addNotice(followed, { kind: 'inbox-not-saved' });
  }

  function writeNow(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    writing = writing.then(write);
    return writing;
  }

  /** Keeps the file in step with the store, which begins with what was loaded. Returns the way to stop. */
  function follow(followed: AppStore): () => void {
    store = followed;
    inFile = followed.getState().inbox;
    isFollowing = true;
    if (loss !== null) addNotice(followed, loss);
    const unsubscribe = followed.follow((state, before) => {
      if (state.inbox !== before.inbox) timer ??= setTimeout(writeNow, writeAfterMs);
    });
    return () => {
      isFollowing = false;
      clearTimeout(timer);
      timer = undefined;
      unsubscribe();
    };
  }

  return {
    load,
    follow,
    /** Settles when nothing is left to write; it never rejects. */
    flush: writeNow,
  };
}

/** Each number once: lines are told apart by it. */
function goodLines(lines: readonly (Alert | null)[]): readonly Alert[] {
  const byId = new Map(lines.flatMap((alert) => (alert === null ? [] : [[alert.id, alert] as const])));
  return [...byId.values()].slice(-mostAlerts);
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
