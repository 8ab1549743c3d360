import { z } from 'zod';
import { agentKey } from '../../shared/account.ts';
import { changeKinds } from '../../shared/change.ts';
import { crmProblem } from '../../shared/crm-link.ts';
import { mostMeanings } from '../../shared/dictionary.ts';
import { mostGroups, mostListedAgents, mostOwnRules } from '../../shared/rules.ts';
import {
  defaultSettings,
  languages,
  leastRequestsPerSecond,
  longestLimitWarningMs,
  longestProblemAfterMs,
  maxIntervalMs,
  minIntervalMs,
  mostKnownProxies,
  mostRequestsPerSecond,
  type Preferences,
  type Settings,
  situations,
  themes,
} from '../../shared/settings.ts';
import { keysOf } from '../../shared/tables.ts';
import { mostTellWhens } from '../../shared/tell-when.ts';
import { thresholdFamilies } from '../../shared/thresholds.ts';
import { weekdays } from '../../shared/working-hours.ts';
import { accountsShape } from './account-shape.ts';
import { both, bounded, fieldByField, forgivingList, list, privacySwitch, strictList } from './row-parts.ts';
import { agentUserShape, crmTemplateShape, fromPage, inFile, keyOf, withColours } from './shapes.ts';

interface Row<K extends keyof Settings> {
  /** What cannot be read so is the default, see `parse-settings.ts`. */
  readonly inFile: z.ZodType<Settings[K]>;
  /** Null where the page has other ways to change it. */
  readonly fromPage: K extends keyof Preferences ? z.ZodType<Settings[K]> : null;
}

const agentUsers = list(agentUserShape, mostListedAgents, agentKey);
const names = forgivingList(z.string().min(1), Number.POSITIVE_INFINITY, (name) => name);
const proxies = list(z.string().min(1).max(300), mostKnownProxies, (proxy) => proxy);
const threshold = { inFile: inFile.threshold, fromPage: fromPage.threshold };
const hours = { inFile: inFile.hours, fromPage: fromPage.hours };
const days = fieldByField(weekdays, hours, defaultSettings.workingHours.days);

/** Every setting: how it is read from the file, and what of it the page may send. */
export const settingsTable: { readonly [K in keyof Settings]: Row<K> } = {
  accounts: { inFile: accountsShape, fromPage: null },
  activeAccountId: { inFile: z.string().nullable(), fromPage: null },
  intervalMs: bounded(minIntervalMs, maxIntervalMs),
  requestsPerSecond: bounded(leastRequestsPerSecond, mostRequestsPerSecond),
  slowWhen: fieldByField(situations, both(z.boolean()), defaultSettings.slowWhen),
  notify: fieldByField(changeKinds, both(z.boolean()), defaultSettings.notify),
  theme: both(z.enum(themes)),
  language: both(z.enum(languages).nullable()),
  thresholds: fieldByField(thresholdFamilies, threshold, defaultSettings.thresholds),
  limitWarningMs: both(z.int().min(0).max(longestLimitWarningMs)),
  rules: {
    inFile: forgivingList(inFile.rule, mostOwnRules, keyOf.rule),
    fromPage: strictList(fromPage.rule, mostOwnRules, keyOf.rule),
  },
  groups: {
    inFile: forgivingList(inFile.storedGroup, mostGroups, keyOf.group).transform(withColours),
    fromPage: strictList(fromPage.group, mostGroups, keyOf.group),
  },
  pinned: agentUsers,
  listView: { inFile: inFile.listView, fromPage: fromPage.listView },
  me: both(agentUserShape.nullable()),
  nudges: both(z.boolean()),
  tellWhens: { inFile: forgivingList(inFile.tellWhen, mostTellWhens, keyOf.tellWhen), fromPage: null },
  mutedAgents: { inFile: agentUsers.inFile, fromPage: null },
  mutedUntilMs: { inFile: z.number().nullable(), fromPage: null },
  knownProxies: { inFile: proxies.inFile, fromPage: null },
  workingHours: {
    inFile: z.object({
      isOn: z.boolean().catch(defaultSettings.workingHours.isOn),
      days: days.inFile.catch(defaultSettings.workingHours.days),
    }),
    fromPage: z.strictObject({ isOn: z.boolean(), days: days.fromPage }),
  },
  problemAfterMs: both(z.int().min(0).max(longestProblemAfterMs)),
  crmTemplate: {
    inFile: crmTemplateShape,
    fromPage: crmTemplateShape.refine((template) => template === '' || crmProblem(template) === null),
  },
  foldsShortCalls: both(z.boolean()),
  isPresenting: privacySwitch,
  hidesNumbers: privacySwitch,
  hasSound: both(z.boolean()),
  dictionary: {
    inFile: forgivingList(inFile.meaning, mostMeanings, keyOf.meaning),
    fromPage: strictList(fromPage.meaning, mostMeanings, keyOf.meaning),
  },
  keychainEntries: { inFile: names, fromPage: null },
  refusedAccounts: { inFile: names, fromPage: null },
};

export const settingKeys = keysOf(settingsTable);

/** One column of the table. TypeScript cannot follow a map over rows of different types, hence the `as`. */
export const column = <K extends keyof Settings>(
  keys: readonly K[],
  shapeOf: (key: K) => z.ZodType<Settings[K]>,
) =>
  Object.fromEntries(keys.map((key) => [key, shapeOf(key)])) as { readonly [P in K]: z.ZodType<Settings[P]> };
