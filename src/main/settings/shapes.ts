import { z } from 'zod';
import { longestAgentUser } from '../../shared/account.ts';
import { changeKinds } from '../../shared/change.ts';
import { longestCrmTemplate } from '../../shared/crm-link.ts';
import {
  longestLabel,
  longestStatus,
  type StatusMeaning,
  shortestLimitMs,
  statusKey,
} from '../../shared/dictionary.ts';
import { families } from '../../shared/family.ts';
import { colourAt, groupColours } from '../../shared/group-colours.ts';
import { type ListView, sorts } from '../../shared/list-view.ts';
import { plainText } from '../../shared/plain-text.ts';
import {
  escalationLevels,
  type Group,
  longestDelayMs,
  longestGroupName,
  mostGroups,
  mostListedAgents,
  type OwnRule,
  type OwnWhat,
  severities,
  type Whom,
} from '../../shared/rules.ts';
import { type TellWhen, tellEvents } from '../../shared/tell-when.ts';
import type { Threshold } from '../../shared/thresholds.ts';
import type { Hours } from '../../shared/working-hours.ts';

/** The shapes of what rules are made of: the page's requests and the settings file are both read by them. */
const delayMs = z.int().min(0).max(longestDelayMs);
const id = z.string().min(1).max(64);

/** Shown in rows and notifications, and exchanged between people: as harmless as what the dialler says. */
function oneLine(longest: number) {
  return (
    z
      .string()
      // In UTF-16 units, of which a character may take two.
      .max(2 * longest)
      .transform((text) => plainText(text, longest))
  );
}

/** As the page may name it: one that it cannot name could never be removed again. */
// One too long is not cut: it would be somebody else's.
export const agentUserShape = oneLine(longestAgentUser + 1).pipe(z.string().min(1).max(longestAgentUser));

const status = oneLine(longestStatus).pipe(z.string().min(1));

/** A shape for every kind of a union, so that none can be forgotten. */
const oneOf = <T extends { readonly kind: string }>(
  shapes: {
    readonly [K in T['kind']]: z.ZodType<Extract<T, { kind: K }>>;
  },
) => z.union(Object.values<z.ZodType<T>>(shapes));

const whom = oneOf<Whom>({
  everyone: z.strictObject({ kind: z.literal('everyone') }),
  me: z.strictObject({ kind: z.literal('me') }),
  group: z.strictObject({ kind: z.literal('group'), groupId: id }),
  agent: z.strictObject({ kind: z.literal('agent'), agentUser: agentUserShape }),
});

const what = oneOf<OwnWhat>({
  change: z.strictObject({ kind: z.literal('change'), change: z.enum(changeKinds) }),
  'in-family': z.strictObject({
    kind: z.literal('in-family'),
    family: z.enum(families),
    longerThanMs: delayMs,
  }),
  'in-status': z.strictObject({ kind: z.literal('in-status'), status, longerThanMs: delayMs }),
  several: z.strictObject({
    kind: z.literal('several'),
    family: z.enum(families),
    count: z.int().min(1).max(mostListedAgents),
  }),
  'nobody-ready': z.strictObject({ kind: z.literal('nobody-ready'), longerThanMs: delayMs }),
});

const delayMsOrNever = delayMs.nullable();

export const ruleShape: z.ZodType<OwnRule> = z.strictObject({
  id,
  isOn: z.boolean(),
  whom,
  what,
  holdMs: delayMs,
  severity: z.enum(severities),
  escalation: z.record(z.enum(escalationLevels), delayMsOrNever),
});

export const groupShape = z.strictObject({
  id,
  name: oneLine(longestGroupName).pipe(z.string().min(1)),
  colour: z.enum(groupColours),
  agentUsers: z.array(agentUserShape).max(mostListedAgents),
});

/** As in the file, where older ones have no colour. */
export const storedGroupShape = groupShape.extend({ colour: z.enum(groupColours).nullable().catch(null) });

export const withColours = (groups: readonly z.infer<typeof storedGroupShape>[]): readonly Group[] =>
  groups.map((one, index) => ({ ...one, colour: one.colour ?? colourAt(index) }));

export const thresholdShape: z.ZodType<Threshold> = z.strictObject({
  warningMs: delayMsOrNever,
  alarmMs: delayMsOrNever,
  notifies: z.boolean(),
});

const minute = z
  .int()
  .min(0)
  .max(24 * 60);
export const hoursShape: z.ZodType<Hours | null> = z
  .strictObject({ fromMin: minute, toMin: minute })
  .nullable();

export const meaningShape: z.ZodType<StatusMeaning> = z.strictObject({
  status,
  family: z.enum(families).nullable(),
  label: oneLine(longestLabel),
  limitMs: z.int().min(shortestLimitMs).max(longestDelayMs).nullable(),
});

export const tellWhenShape: z.ZodType<TellWhen> = z.strictObject({
  agentUser: agentUserShape,
  event: z.enum(tellEvents),
});

export const crmTemplateShape = z.string().trim().max(longestCrmTemplate);

/** Which of a list are the same thing, so that a list can hold each once. */
export const keyOf = {
  rule: ({ id: key }: OwnRule): string => key,
  group: ({ id: key }: Pick<Group, 'id'>): string => key,
  meaning: ({ status: text }: StatusMeaning): string => statusKey(text),
  tellWhen: ({ agentUser, event }: TellWhen): string => `${event} ${agentUser}`,
};

export const listViewShape: z.ZodType<ListView> = z.strictObject({
  sort: z.enum(sorts),
  isGrouped: z.boolean(),
  // The empty one is `noGroupId`.
  collapsed: z.array(z.string().max(64)).max(mostGroups + 1),
});
