import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { type Alert, alertTopics, mostAlerts, quietReasons } from '../shared/alert.ts';
import { families } from '../shared/family.ts';
import { problemKinds } from '../shared/problem.ts';
import { tellEvents } from '../shared/tell-when.ts';
import { codeOf, writeAtomically } from './atomic-file.ts';
import type { Log } from './log.ts';
import type { AppStore } from './store.ts';

const text = z.string().max(300);

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

const file = z.object({ version: z.literal(1), alerts: z.array(alertShape.nullable().catch(null)) });

/** Written at most this often: a storm is one write. */
const writeAfterMs = 1_000;

/** The inbox over restarts. What cannot be read is left behind: it is a record, not a setting. */
export function createInboxFile({ path, log }: { readonly path: string; readonly log: Log }) {
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<void> = Promise.resolve();
  let flushNow = (): void => undefined;

  async function load(): Promise<readonly Alert[]> {
    try {
      const parsed = file.safeParse(JSON.parse(await readFile(path, 'utf8')));
      if (parsed.success) return parsed.data.alerts.filter((alert) => alert !== null).slice(-mostAlerts);
      log.warn('The inbox could not be used and starts empty');
    } catch (error) {
      if (codeOf(error) !== 'ENOENT') log.warn('The inbox could not be read', { reason: codeOf(error) });
    }
    return [];
  }

  async function write(alerts: readonly Alert[]): Promise<void> {
    try {
      await writeAtomically(path, `${JSON.stringify({ version: 1, alerts })}\n`);
    } catch (error) {
      log.error('The inbox was not saved', { reason: codeOf(error) });
    }
  }

  /** Keeps the file in step with the store. Returns the way to stop. */
  function follow(store: AppStore): () => void {
    flushNow = () => {
      if (timer === undefined) return;
      clearTimeout(timer);
      timer = undefined;
      writing = writing.then(() => write(store.getState().inbox));
    };
    return store.subscribe((state, before) => {
      if (state.inbox !== before.inbox) timer ??= setTimeout(flushNow, writeAfterMs);
    });
  }

  return {
    load,
    follow,
    /** Settles when nothing is left to write. */
    flush: async (): Promise<void> => {
      flushNow();
      await writing;
    },
  };
}
