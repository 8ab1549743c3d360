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
import { both, bounded, fieldByField, forgivingList, list, renamed, strictList } from './row-parts.ts';
import {
  agentUserShape,
  crmTemplateShape,
  groupShape,
  hoursShape,
  keyOf,
  listViewShape,
  meaningShape,
  ruleShape,
  storedGroupShape,
  tellWhenShape,
  thresholdShape,
  withColours,
} from './shapes.ts';

interface Row<K extends keyof Settings> {
  /** What cannot be read so is the default, see `parse-settings.ts`. */
  readonly inFile: z.ZodType<Settings[K]>;
  /** Null where the page has other ways to change it. */
  readonly fromPage: K extends keyof Preferences ? z.ZodType<Settings[K]> : null;
}

const agentUsers = list(agentUserShape, mostListedAgents, agentKey);
const proxies = list(z.string().min(1).max(300), mostKnownProxies, (proxy) => proxy);
const days = fieldByField(weekdays, hoursShape, defaultSettings.workingHours.days);

/** Every setting: how it is read from the file, and what of it the page may send. */
export const settingsTable: { readonly [K in keyof Settings]: Row<K> } = {
  accounts: { inFile: accountsShape, fromPage: null },
  activeAccountId: { inFile: z.string().nullable(), fromPage: null },
  intervalMs: bounded(minIntervalMs, maxIntervalMs),
  requestsPerSecond: bounded(leastRequestsPerSecond, mostRequestsPerSecond),
  slowWhen: fieldByField(situations, z.boolean(), defaultSettings.slowWhen),
  notify: fieldByField(changeKinds, z.boolean(), defaultSettings.notify),
  theme: both(z.enum(themes)),
  language: both(z.enum(languages).nullable()),
  thresholds: fieldByField(thresholdFamilies, thresholdShape, defaultSettings.thresholds),
  limitWarningMs: both(z.int().min(0).max(longestLimitWarningMs)),
  rules: {
    inFile: forgivingList(renamed({ how: 'escalation' }, ruleShape), mostOwnRules, keyOf.rule),
    fromPage: strictList(ruleShape, mostOwnRules, keyOf.rule),
  },
  groups: {
    inFile: forgivingList(storedGroupShape, mostGroups, keyOf.group).transform(withColours),
    fromPage: strictList(groupShape, mostGroups, keyOf.group),
  },
  pinned: agentUsers,
  listView: both(listViewShape),
  me: both(agentUserShape.nullable()),
  nudges: both(z.boolean()),
  tellWhens: { inFile: forgivingList(tellWhenShape, mostTellWhens, keyOf.tellWhen), fromPage: null },
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
  isPresenting: both(z.boolean()),
  hidesNumbers: both(z.boolean()),
  hasSound: both(z.boolean()),
  dictionary: list(meaningShape, mostMeanings, keyOf.meaning),
};

export const settingKeys = keysOf(settingsTable);

/** One column of the table. TypeScript cannot follow a map over rows of different types, hence the `as`. */
export const column = <K extends keyof Settings>(
  keys: readonly K[],
  shapeOf: (key: K) => z.ZodType<Settings[K]>,
) =>
  Object.fromEntries(keys.map((key) => [key, shapeOf(key)])) as { readonly [P in K]: z.ZodType<Settings[P]> };
