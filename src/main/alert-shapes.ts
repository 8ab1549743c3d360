import { z } from 'zod';
import { longestAgentUser } from '../shared/account.ts';
import { changeKinds } from '../shared/change.ts';
import { longestLabel, longestStatus, mostMeanings, type StatusMeaning } from '../shared/dictionary.ts';
import { families } from '../shared/family.ts';
import {
  type Group,
  longestDelayMs,
  mostGroups,
  mostOwnRules,
  type OwnRule,
  severities,
} from '../shared/rules.ts';
import { type TellWhen, tellEvents } from '../shared/tell-when.ts';
import type { Threshold } from '../shared/thresholds.ts';
import type { Hours } from '../shared/working-hours.ts';

/** The shapes of what rules are made of: the page's requests and the settings file are both read by them. */
const delayMs = z.int().min(0).max(longestDelayMs);
const id = z.string().min(1).max(64);

/** As the page may name it: one that it cannot name could never be removed again. */
export const agentUserShape = z.string().trim().min(1).max(longestAgentUser);

const status = z.string().trim().min(1).max(longestStatus);

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
  how: z.strictObject({ row: rung, icon: rung, notify: rung, sound: rung }),
});

export const groupShape: z.ZodType<Group> = z.strictObject({
  id,
  name: z.string().trim().min(1).max(60),
  agentUsers: z.array(agentUserShape).max(2_000),
});

const threshold: z.ZodType<Threshold> = z.strictObject({
  warningMs: rung,
  alarmMs: rung,
  notifies: z.boolean(),
});

export const thresholdsShape = z.strictObject({
  paused: threshold,
  'wrap-up': threshold,
  dead: threshold,
  'in-call': threshold,
  ready: threshold,
});

const minute = z
  .int()
  .min(0)
  .max(24 * 60);
const hours: z.ZodType<Hours | null> = z.strictObject({ fromMin: minute, toMin: minute }).nullable();

export const workingHoursShape = z.strictObject({
  isOn: z.boolean(),
  days: z.strictObject({
    mon: hours,
    tue: hours,
    wed: hours,
    thu: hours,
    fri: hours,
    sat: hours,
    sun: hours,
  }),
});

export const meaningShape: z.ZodType<StatusMeaning> = z.strictObject({
  status,
  family: z.enum(families).nullable(),
  label: z.string().trim().max(longestLabel),
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
export const troubleAfterShape = z
  .int()
  .min(0)
  .max(60 * 60_000);
export const crmTemplateShape = z.string().trim().max(2_000);

export const rulesShape = z.array(ruleShape).max(mostOwnRules);
export const groupsShape = z.array(groupShape).max(mostGroups);
export const dictionaryShape = z.array(meaningShape).max(mostMeanings);
