import { readFile } from 'node:fs/promises';
import { join, parse } from 'node:path';
import { z } from 'zod';
import { type Alert, alertTopics, mostAlerts, quietReasons } from '../shared/alert.ts';
import { families } from '../shared/family.ts';
import { problemKinds } from '../shared/problem.ts';
import { tellEvents } from '../shared/tell-when.ts';
import { codeOf, renamePatiently, writeAtomically } from './atomic-file.ts';
import type { Log } from './log.ts';
import type { AppStore } from './store.ts';

const version = 1;

/** In UTF-16 units: a reading is cut by characters, which may take two. */
const text = z.string().max(500);

const alertShape: z.ZodType<Alert> = z.object({
  id: z.int().min(1),
  atMs: z.number(),
  topic: z.enum(alertTopics),
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

/**
 * The inbox over restarts. It is a record, not a setting: what is garbled is left behind. What may still be
 * good, to a newer version or once it can be read again, is not ours to overwrite.
 */
export function createInboxFile({ path, log }: { readonly path: string; readonly log: Log }) {
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<void> = Promise.resolve();
  let inboxNow = (): readonly Alert[] | null => null;
  let inFile: readonly Alert[] | null = null;
  let isBlocked = false;
  let isFailureTold = false;

  async function load(): Promise<readonly Alert[]> {
    try {
      const value = parseJson(await readFile(path, 'utf8'));
      const parsed = file.safeParse(value);
      if (parsed.success) return goodLines(parsed.data.alerts);
      if (newerFile.safeParse(value).success) await setAside('newer-version');
      else log.warn('The inbox could not be used and starts empty');
    } catch (error) {
      if (codeOf(error) !== 'ENOENT') await setAside(codeOf(error));
    }
    return [];
  }

  async function setAside(reason: string): Promise<void> {
    const { dir, name, ext } = parse(path);
    const keptAs = join(dir, `${name}.kept-${new Date().toISOString().replace(/[:.]/g, '-')}${ext}`);
    try {
      await renamePatiently(path, keptAs);
      log.warn('The inbox could not be used and is kept aside', { reason });
    } catch (error) {
      isBlocked = true;
      log.error('The inbox could not be used nor moved', { reason, move: codeOf(error) });
    }
  }

  async function write(): Promise<void> {
    const alerts = inboxNow();
    if (isBlocked || alerts === null || alerts === inFile) return;
    try {
      await writeAtomically(path, `${JSON.stringify({ version, alerts })}\n`);
      inFile = alerts;
      isFailureTold = false;
    } catch (error) {
      if (!isFailureTold) log.error('The inbox was not saved', { reason: codeOf(error) });
      isFailureTold = true;
    }
  }

  function writeNow(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    writing = writing.then(write);
    return writing;
  }

  /** Keeps the file in step with the store, which begins with what was loaded. Returns the way to stop. */
  function follow(store: AppStore): () => void {
    inboxNow = () => store.getState().inbox;
    inFile = inboxNow();
    return store.subscribe((state, before) => {
      if (state.inbox !== before.inbox) timer ??= setTimeout(writeNow, writeAfterMs);
    });
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
