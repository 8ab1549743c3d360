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
import { tableOf } from '../../shared/tables.ts';
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
type ShapeOfEach<T extends { readonly kind: string }> = {
  readonly [K in T['kind']]: z.ZodType<Extract<T, { kind: K }>>;
};
const oneOf = <T extends { readonly kind: string }>(shapes: ShapeOfEach<T>) =>
  z.union(Object.values<z.ZodType<T>>(shapes));

const delayMsOrNever = delayMs.nullable();

const minute = z
  .int()
  .min(0)
  .max(24 * 60);

/** As `z.object` and `z.strictObject` are called, whichever it is. */
type MakeObject = <S extends z.core.$ZodLooseShape>(
  fields: S,
) => z.ZodType<z.core.$InferObjectOutput<{ -readonly [K in keyof S]: S[K] }, Record<never, never>>>;

function shapesOf(object: MakeObject) {
  const kindOf = <K extends string>(kind: K) => z.literal(kind);
  const whom = oneOf<Whom>({
    everyone: object({ kind: kindOf('everyone') }),
    me: object({ kind: kindOf('me') }),
    group: object({ kind: kindOf('group'), groupId: id }),
    agent: object({ kind: kindOf('agent'), agentUser: agentUserShape }),
  });
  const what = oneOf<OwnWhat>({
    'in-family': object({ kind: kindOf('in-family'), family: z.enum(families), longerThanMs: delayMs }),
    'in-status': object({ kind: kindOf('in-status'), status, longerThanMs: delayMs }),
    several: object({
      kind: kindOf('several'),
      family: z.enum(families),
      count: z.int().min(1).max(mostListedAgents),
    }),
    'nobody-ready': object({ kind: kindOf('nobody-ready'), longerThanMs: delayMs }),
    change: object({ kind: kindOf('change'), change: z.enum(changeKinds) }),
  });
  const rule: z.ZodType<OwnRule> = object({
    id,
    isOn: z.boolean(),
    whom,
    what,
    holdMs: delayMs,
    severity: z.enum(severities),
    escalation: object(tableOf(escalationLevels, () => delayMsOrNever)),
  });
  const group = {
    id,
    name: oneLine(longestGroupName).pipe(z.string().min(1)),
    colour: z.enum(groupColours),
    agentUsers: z.array(agentUserShape).max(mostListedAgents),
  };
  const threshold: z.ZodType<Threshold> = object({
    warningMs: delayMsOrNever,
    alarmMs: delayMsOrNever,
    notifies: z.boolean(),
  });
  const hours: z.ZodType<Hours | null> = object({ fromMin: minute, toMin: minute }).nullable();
  const meaning: z.ZodType<StatusMeaning> = object({
    status,
    family: z.enum(families).nullable(),
    label: oneLine(longestLabel),
    limitMs: z.int().min(shortestLimitMs).max(longestDelayMs).nullable(),
  });
  const tellWhen: z.ZodType<TellWhen> = object({ agentUser: agentUserShape, event: z.enum(tellEvents) });
  const listView: z.ZodType<ListView> = object({
    sort: z.enum(sorts),
    isGrouped: z.boolean(),
    // The empty one is `noGroupId`.
    collapsed: z.array(z.string().max(64)).max(mostGroups + 1),
  });
  return {
    rule,
    group: object(group),
    /** As in the file, where older ones have no colour. */
    storedGroup: object({ ...group, colour: z.enum(groupColours).nullable().catch(null) }),
    threshold,
    hours,
    meaning,
    tellWhen,
    listView,
  };
}

/** The page is held to its contract. In the file a newer edition may have put more into what we know. */
export const fromPage = shapesOf(z.strictObject);
export const inFile = shapesOf(z.object);

export const { rule: ruleShape, meaning: meaningShape } = fromPage;

export const withColours = (groups: readonly z.infer<typeof inFile.storedGroup>[]): readonly Group[] =>
  groups.map((one, index) => ({ ...one, colour: one.colour ?? colourAt(index) }));

export const crmTemplateShape = z.string().trim().max(longestCrmTemplate);

/** Which of a list are the same thing, so that a list can hold each once. */
export const keyOf = {
  rule: ({ id: key }: OwnRule): string => key,
  group: ({ id: key }: Pick<Group, 'id'>): string => key,
  meaning: ({ status: text }: StatusMeaning): string => statusKey(text),
  tellWhen: ({ agentUser, event }: TellWhen): string => `${event} ${agentUser}`,
};
