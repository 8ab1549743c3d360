import { z } from 'zod';
import { longestAgentUser } from '../../shared/account.ts';
import { changeKinds } from '../../shared/change.ts';
import {
  longestLabel,
  longestStatus,
  mostMeanings,
  type StatusMeaning,
  statusKey,
} from '../../shared/dictionary.ts';
import { families } from '../../shared/family.ts';
import { colourAt, groupColours } from '../../shared/group-colours.ts';
import { type ListView, sorts } from '../../shared/list-view.ts';
import { plainText } from '../../shared/plain-text.ts';
import {
  type Group,
  longestDelayMs,
  mostGroups,
  mostOwnRules,
  mostPinned,
  type OwnRule,
  severities,
} from '../../shared/rules.ts';
import { type TellWhen, tellEvents } from '../../shared/tell-when.ts';
import type { Threshold } from '../../shared/thresholds.ts';
import type { Hours } from '../../shared/working-hours.ts';

/** The shapes of what rules are made of: the page's requests and the settings file are both read by them. */
const delayMs = z.int().min(0).max(longestDelayMs);
const id = z.string().min(1).max(64);

/** As the page may name it: one that it cannot name could never be removed again. */
export const agentUserShape = z.string().trim().min(1).max(longestAgentUser);

/** Shown in rows and notifications, and exchanged between people: as harmless as what the dialler says. */
const oneLine = (longest: number) =>
  z
    .string()
    // In UTF-16 units, of which a character may take two.
    .max(2 * longest)
    .transform((text) => plainText(text, longest));

const status = oneLine(longestStatus).pipe(z.string().min(1));

const whom = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('everyone') }),
  z.strictObject({ kind: z.literal('me') }),
  z.strictObject({ kind: z.literal('group'), groupId: id }),
  z.strictObject({ kind: z.literal('agent'), agentUser: agentUserShape }),
]);

const what = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('change'), change: z.enum(changeKinds) }),
  z.strictObject({ kind: z.literal('in-family'), family: z.enum(families), longerThanMs: delayMs }),
  z.strictObject({ kind: z.literal('in-status'), status, longerThanMs: delayMs }),
  z.strictObject({ kind: z.literal('several'), family: z.enum(families), count: z.int().min(1).max(2_000) }),
  z.strictObject({ kind: z.literal('nobody-ready'), longerThanMs: delayMs }),
]);

const rung = delayMs.nullable();

export const ruleShape: z.ZodType<OwnRule> = z.strictObject({
  id,
  isOn: z.boolean(),
  whom,
  what,
  holdMs: delayMs,
  severity: z.enum(severities),
  escalation: z.strictObject({ row: rung, icon: rung, notify: rung, sound: rung }),
});

const group = z.strictObject({
  id,
  name: oneLine(60).pipe(z.string().min(1)),
  colour: z.enum(groupColours),
  agentUsers: z.array(agentUserShape).max(2_000),
});

/** As in the file, where older ones have no colour. */
export const storedGroupShape = group.extend({ colour: z.enum(groupColours).nullable().catch(null) });

export const withColours = (groups: readonly z.infer<typeof storedGroupShape>[]): readonly Group[] =>
  groups.map((one, index) => ({ ...one, colour: one.colour ?? colourAt(index) }));

export const thresholdShape: z.ZodType<Threshold> = z.strictObject({
  warningMs: rung,
  alarmMs: rung,
  notifies: z.boolean(),
});

export const thresholdsShape = z.strictObject({
  paused: thresholdShape,
  'wrap-up': thresholdShape,
  dead: thresholdShape,
  'in-call': thresholdShape,
  ready: thresholdShape,
});

const minute = z
  .int()
  .min(0)
  .max(24 * 60);
export const hoursShape: z.ZodType<Hours | null> = z
  .strictObject({ fromMin: minute, toMin: minute })
  .nullable();

export const workingHoursShape = z.strictObject({
  isOn: z.boolean(),
  days: z.strictObject({
    mon: hoursShape,
    tue: hoursShape,
    wed: hoursShape,
    thu: hoursShape,
    fri: hoursShape,
    sat: hoursShape,
    sun: hoursShape,
  }),
});

export const meaningShape: z.ZodType<StatusMeaning> = z.strictObject({
  status,
  family: z.enum(families).nullable(),
  label: oneLine(longestLabel),
  limitMs: z.int().min(60_000).max(longestDelayMs).nullable(),
});

export const tellWhenShape: z.ZodType<TellWhen> = z.strictObject({
  agentUser: agentUserShape,
  event: z.enum(tellEvents),
});

export const limitWarningShape = z
  .int()
  .min(0)
  .max(60 * 60_000);
export const problemAfterShape = z
  .int()
  .min(0)
  .max(60 * 60_000);
export const crmTemplateShape = z.string().trim().max(2_000);

/** Which of a list are the same thing, so that a list can hold each once. */
export const keyOf = {
  rule: ({ id: key }: OwnRule): string => key,
  group: ({ id: key }: Pick<Group, 'id'>): string => key,
  meaning: ({ status: text }: StatusMeaning): string => statusKey(text),
  tellWhen: ({ agentUser, event }: TellWhen): string => `${event} ${agentUser}`,
};

const each = <T>(shape: z.ZodType<T>, most: number, key: (item: T) => string) =>
  z
    .array(shape)
    .max(most)
    .refine((list) => new Set(list.map(key)).size === list.length);

export const rulesShape = each(ruleShape, mostOwnRules, keyOf.rule);
export const groupsShape = each(group, mostGroups, keyOf.group);
export const dictionaryShape = each(meaningShape, mostMeanings, keyOf.meaning);
export const pinnedShape = z.array(agentUserShape).max(mostPinned);

export const listViewShape: z.ZodType<ListView> = z.strictObject({
  sort: z.enum(sorts),
  isGrouped: z.boolean(),
  // The empty one is `noGroupId`.
  collapsed: z.array(z.string().max(64)).max(mostGroups + 1),
});
