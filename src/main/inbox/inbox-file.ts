import { z } from 'zod';
import { type Alert, alertTopics, mostAlerts, quietReasons } from '../../shared/alert.ts';
import { families } from '../../shared/family.ts';
import { problemKinds } from '../../shared/problem.ts';
import { fail, type Result, succeed } from '../../shared/result.ts';
import { tellEvents } from '../../shared/tell-when.ts';
import type { BadContent } from '../app/examine-file.ts';
import { createKeptFile, type KeptFile, type KeptFileParts } from '../app/kept-file.ts';
import { isJsonObject } from '../app/parse-json.ts';

const version = 1;

/** In UTF-16 units: a reading is cut by characters, which may take two. */
const text = z.string().max(500);

/** Loose: what a newer edition says of a line stays with it. */
const alertShape: z.ZodType<Alert> = z.looseObject({
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

function parse(value: unknown): Result<readonly Alert[], BadContent> {
  const parsed = file.safeParse(value);
  if (parsed.success) return succeed(goodLines(parsed.data.alerts));
  return fail(newerFile.safeParse(value).success ? 'newer-version' : 'invalid');
}

/** Each number once: lines are told apart by it. */
function goodLines(lines: readonly (Alert | null)[]): readonly Alert[] {
  const byId = new Map(lines.flatMap((alert) => (alert === null ? [] : [[alert.id, alert] as const])));
  return [...byId.values()].slice(-mostAlerts);
}

/** Files of the first edition say `trouble`. */
function inTodaysWords(value: unknown): unknown {
  if (!isJsonObject(value) || !Array.isArray(value['alerts'])) return value;
  const alerts = value['alerts'].map((line: unknown) =>
    isJsonObject(line) && line['topic'] === 'trouble' ? { ...line, topic: 'connection-problem' } : line,
  );
  return { ...value, alerts };
}

/** The inbox is a record: what of it cannot be read is told, and kept beside it. */
export const createInboxFile = (
  parts: Pick<KeptFileParts<readonly Alert[]>, 'path' | 'log'>,
): KeptFile<readonly Alert[]> =>
  createKeptFile({
    ...parts,
    name: 'The inbox',
    format: {
      parse,
      toJson: (alerts) => ({ version, alerts }),
      inTodaysWords,
      afterDamage: (alerts) => alerts,
    },
    indent: 0,
    byDefault: [],
    afterLoss: [],
    partOf: ({ inbox }) => inbox,
    adopt: null,
    isAtOnce: false,
    asideMark: 'kept',
    notices: {
      invalid: 'inbox-kept-aside',
      'newer-version': 'inbox-kept-aside',
      unreadable: 'inbox-kept-aside',
      edited: 'inbox-edited',
      partly: 'inbox-partly',
      notTaken: 'inbox-not-taken',
      newerParts: null,
      notSaved: 'inbox-not-saved',
    },
  });
