import { z } from 'zod';
import { type Alert, alertTopics, mostAlerts, quietReasons } from '../../shared/alert.ts';
import { families } from '../../shared/family.ts';
import { problemKinds } from '../../shared/problem.ts';
import { fail, type Result, succeed } from '../../shared/result.ts';
import { tellEvents } from '../../shared/tell-when.ts';
import { type BadContent, createKeptFile, type KeptFile, type KeptFileParts } from '../app/kept-file.ts';

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

function parseInbox(value: unknown): Result<readonly Alert[], BadContent> {
  const parsed = file.safeParse(value);
  if (parsed.success) return succeed(goodLines(parsed.data.alerts));
  return fail(newerFile.safeParse(value).success ? 'newer-version' : 'invalid');
}

/** Each number once: lines are told apart by it. */
function goodLines(lines: readonly (Alert | null)[]): readonly Alert[] {
  const byId = new Map(lines.flatMap((alert) => (alert === null ? [] : [[alert.id, alert] as const])));
  return [...byId.values()].slice(-mostAlerts);
}

/**
 * The inbox is a record, not a setting: what is garbled is left behind. What may still be good, to a newer version
 * or once it can be read again, is not ours to overwrite.
 */
export const createInboxFile = (
  parts: Pick<KeptFileParts<readonly Alert[]>, 'path' | 'log'>,
): KeptFile<readonly Alert[]> =>
  createKeptFile({
    ...parts,
    name: 'The inbox',
    parse: parseInbox,
    format: (alerts) => `${JSON.stringify({ version, alerts })}\n`,
    byDefault: [],
    partOf: ({ inbox }) => inbox,
    isAtOnce: false,
    asideMark: 'kept',
    notices: {
      invalid: 'inbox-lost',
      'newer-version': 'inbox-kept-aside',
      unreadable: 'inbox-kept-aside',
      notSaved: 'inbox-not-saved',
    },
  });
