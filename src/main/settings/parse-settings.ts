import { z } from 'zod';
import { type Account, accountId, formats, methods } from '../../shared/account.ts';
import { mostMeanings } from '../../shared/dictionary.ts';
import { fail, type Result, succeed } from '../../shared/result.ts';
import { mostGroups, mostOwnRules, mostPinned } from '../../shared/rules.ts';
import { parseServerAddress } from '../../shared/server-address.ts';
import {
  defaultSettings,
  languages,
  leastRequestsPerSecond,
  maxIntervalMs,
  minIntervalMs,
  mostRequestsPerSecond,
  type Settings,
  themes,
} from '../../shared/settings.ts';
import { mostTellWhens } from '../../shared/tell-when.ts';
import type { ThresholdFamily } from '../../shared/thresholds.ts';
import { defaultWorkingHours, type Weekday } from '../../shared/working-hours.ts';
import {
  agentUserShape,
  crmTemplateShape,
  hoursShape,
  keyOf,
  limitWarningShape,
  listViewShape,
  meaningShape,
  problemAfterShape,
  ruleShape,
  storedGroupShape,
  tellWhenShape,
  thresholdShape,
  withColours,
} from './shapes.ts';

export type SettingsProblem = 'newer-version' | 'invalid';

const version = 1;

const text = z.string().min(1);

const clamped = (min: number, max: number, fallback: number) =>
  z
    .number()
    .transform((value) => Math.round(Math.min(max, Math.max(min, value))))
    .catch(fallback);

const onOrOff = (kind: keyof Settings['notify']) => z.boolean().catch(defaultSettings.notify[kind]);

/** What can be read of a list, each thing once. */
const distinct = <T>(list: readonly (T | null)[]): T[] => [...new Set(list.filter((item) => item !== null))];

/** One bad item costs that item, not the list; of those that are the same, the first counts. */
const listOf = <T>(shape: z.ZodType<T>, most: number, key: (item: T) => string) =>
  z
    .array(shape.nullable().catch(null))
    .transform((list): readonly T[] => {
      const byKey = new Map<string, T>();
      for (const item of list) {
        if (item !== null && !byKey.has(key(item))) byKey.set(key(item), item);
      }
      return [...byKey.values()].slice(0, most);
    })
    .catch([]);

const truth = (fallback: boolean) => z.boolean().catch(fallback);

/** Files of the first edition call some things by other names. */
const renamed = <T>(names: Readonly<Record<string, string>>, shape: z.ZodType<T>) =>
  z.preprocess((value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([name, field]) => [names[name] ?? name, field]));
  }, shape);

const threshold = (family: ThresholdFamily) => thresholdShape.catch(defaultSettings.thresholds[family]);

const hours = (day: Weekday) => hoursShape.catch(defaultWorkingHours.days[day]);

/**
 * Where a password is sent is never guessed: an account's address and user are right, or the whole file
 * is not. The id is made anew, or an edited file could send one dialler's password to another.
 */
const account = z
  .object({
    baseUrl: z.string().transform((typed, context) => {
      const address = parseServerAddress(typed);
      if (address.ok) return address.value;
      context.addIssue(address.error);
      return z.NEVER;
    }),
    apiUser: text,
    method: z.enum(methods).catch('post'),
    format: z.enum(formats).catch('json'),
    agentUsers: z.array(agentUserShape.nullable().catch(null)).transform(distinct).catch([]),
  })
  .transform((fields): Account => ({ id: accountId(fields.apiUser, fields.baseUrl), ...fields }));

const settings = z
  .object({
    accounts: z.array(account).transform((list) => [...new Map(list.map((one) => [one.id, one])).values()]),
    activeAccountId: z.string().nullable().catch(null),
    intervalMs: clamped(minIntervalMs, maxIntervalMs, defaultSettings.intervalMs),
    requestsPerSecond: clamped(
      leastRequestsPerSecond,
      mostRequestsPerSecond,
      defaultSettings.requestsPerSecond,
    ),
    slowWhen: z
      .object({ locked: truth(true), hidden: truth(false), battery: truth(true) })
      .catch(defaultSettings.slowWhen),
    notify: z
      .object({
        'call-connected': onOrOff('call-connected'),
        'call-ended': onOrOff('call-ended'),
        'status-changed': onOrOff('status-changed'),
        'came-online': onOrOff('came-online'),
        'went-offline': onOrOff('went-offline'),
      })
      .catch(defaultSettings.notify),
    theme: z.enum(themes).catch(defaultSettings.theme),
    language: z.enum(languages).nullable().catch(defaultSettings.language),
    thresholds: z
      .object({
        paused: threshold('paused'),
        'wrap-up': threshold('wrap-up'),
        dead: threshold('dead'),
        'in-call': threshold('in-call'),
        ready: threshold('ready'),
      })
      .catch(defaultSettings.thresholds),
    limitWarningMs: limitWarningShape.catch(defaultSettings.limitWarningMs),
    rules: listOf(renamed({ how: 'escalation' }, ruleShape), mostOwnRules, keyOf.rule),
    groups: listOf(storedGroupShape, mostGroups, keyOf.group).transform(withColours),
    pinned: listOf(agentUserShape, mostPinned, (user) => user),
    listView: listViewShape.catch(defaultSettings.listView),
    me: agentUserShape.nullable().catch(null),
    nudges: truth(defaultSettings.nudges),
    tellWhens: listOf(tellWhenShape, mostTellWhens, keyOf.tellWhen),
    mutedAgents: listOf(agentUserShape, 2_000, (user) => user),
    mutedUntilMs: z.number().nullable().catch(null),
    workingHours: z
      .object({
        isOn: truth(defaultWorkingHours.isOn),
        days: z
          .object({
            mon: hours('mon'),
            tue: hours('tue'),
            wed: hours('wed'),
            thu: hours('thu'),
            fri: hours('fri'),
            sat: hours('sat'),
            sun: hours('sun'),
          })
          .catch(defaultWorkingHours.days),
      })
      .catch(defaultWorkingHours),
    problemAfterMs: problemAfterShape.catch(defaultSettings.problemAfterMs),
    crmTemplate: crmTemplateShape.catch(''),
    isPresenting: truth(false),
    hidesNumbers: truth(false),
    hasSound: truth(true),
    dictionary: listOf(meaningShape, mostMeanings, keyOf.meaning),
  })
  .transform(({ activeAccountId, ...rest }): Settings => {
    const isKnown = rest.accounts.some(({ id }) => id === activeAccountId);
    return { ...rest, activeAccountId: isKnown ? activeAccountId : null };
  });

/** A preference that cannot be read falls back to its default; the accounts stay. */
export function parseSettings(value: unknown): Result<Settings, SettingsProblem> {
  const versioned = z.object({ version: z.int().min(1) }).safeParse(value);
  if (!versioned.success) return fail('invalid');
  if (versioned.data.version > version) return fail('newer-version');
  const parsed = renamed({ troubleAfterMs: 'problemAfterMs' }, settings).safeParse(value);
  return parsed.success ? succeed(parsed.data) : fail('invalid');
}

/** Only what the settings are made of goes into the file, whatever else the object carries. */
export const formatSettings = (value: Settings): string =>
  `${JSON.stringify({ version, ...settings.parse(value) }, null, 2)}\n`;
