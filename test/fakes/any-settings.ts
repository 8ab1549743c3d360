import fc from 'fast-check';
import { longestAgentUser } from '../../src/shared/account.ts';
import { changeKinds } from '../../src/shared/change.ts';
import { longestLabel, longestStatus, statusKey } from '../../src/shared/dictionary.ts';
import { families } from '../../src/shared/family.ts';
import { groupColours } from '../../src/shared/group-colours.ts';
import { sorts } from '../../src/shared/list-view.ts';
import { plainText } from '../../src/shared/plain-text.ts';
import { longestDelayMs, type OwnRule, type OwnWhat, severities } from '../../src/shared/rules.ts';
import {
  defaultSettings,
  languages,
  maxIntervalMs,
  minIntervalMs,
  type Settings,
  themes,
} from '../../src/shared/settings.ts';
import { tellEvents } from '../../src/shared/tell-when.ts';

const plain = (longest: number) => fc.string({ unit: 'binary' }).map((raw) => plainText(raw, longest));
const filled = (longest: number) => plain(longest).filter((text) => text !== '');
const user = fc
  .string({ maxLength: longestAgentUser })
  .map((name) => name.trim())
  .filter((name) => name !== '');
const id = fc.string({ minLength: 1, maxLength: 64 });
const delayMs = fc.integer({ min: 0, max: longestDelayMs });
const levelDelayMs = fc.option(delayMs);
const family = fc.constantFrom(...families);
const minute = fc.integer({ min: 0, max: 24 * 60 });
const hours = fc.option(fc.record({ fromMin: minute, toMin: minute }));
const threshold = fc.record({ warningMs: levelDelayMs, alarmMs: levelDelayMs, notifies: fc.boolean() });

const whats: { readonly [K in OwnWhat['kind']]: fc.Arbitrary<Extract<OwnWhat, { kind: K }>> } = {
  change: fc.record({ kind: fc.constant('change'), change: fc.constantFrom(...changeKinds) }),
  'in-family': fc.record({ kind: fc.constant('in-family'), family, longerThanMs: delayMs }),
  'in-status': fc.record({
    kind: fc.constant('in-status'),
    status: filled(longestStatus),
    longerThanMs: delayMs,
  }),
  several: fc.record({ kind: fc.constant('several'), family, count: fc.integer({ min: 1, max: 2_000 }) }),
  'nobody-ready': fc.record({ kind: fc.constant('nobody-ready'), longerThanMs: delayMs }),
};

const rule: fc.Arbitrary<OwnRule> = fc.record({
  id,
  isOn: fc.boolean(),
  whom: fc.oneof(
    fc.constantFrom({ kind: 'everyone' } as const, { kind: 'me' } as const),
    fc.record({ kind: fc.constant('group' as const), groupId: id }),
    fc.record({ kind: fc.constant('agent' as const), agentUser: user }),
  ),
  what: fc.oneof(...Object.values(whats)),
  holdMs: delayMs,
  severity: fc.constantFrom(...severities),
  escalation: fc.record({ row: levelDelayMs, icon: levelDelayMs, notify: levelDelayMs, sound: levelDelayMs }),
});

/** Any settings a user can make, without an account. */
export const anySettings: fc.Arbitrary<Settings> = fc.record({
  accounts: fc.constant([]),
  activeAccountId: fc.constant(null),
  keychainEntries: fc.uniqueArray(id, { maxLength: 3 }),
  refusedAccounts: fc.uniqueArray(id, { maxLength: 3 }),
  intervalMs: fc.integer({ min: minIntervalMs, max: maxIntervalMs }),
  requestsPerSecond: fc.integer({ min: 1, max: 50 }),
  pinned: fc.uniqueArray(user, { maxLength: 5 }),
  listView: fc.record({
    sort: fc.constantFrom(...sorts),
    isGrouped: fc.boolean(),
    collapsed: fc.array(id, { maxLength: 5 }),
  }),
  slowWhen: fc.record({ locked: fc.boolean(), hidden: fc.boolean(), battery: fc.boolean() }),
  notify: fc.constant(defaultSettings.notify),
  theme: fc.constantFrom(...themes),
  language: fc.constantFrom(null, ...languages),
  thresholds: fc.record({
    paused: threshold,
    'wrap-up': threshold,
    dead: threshold,
    'in-call': threshold,
    ready: threshold,
  }),
  limitWarningMs: fc.integer({ min: 0, max: 3_600_000 }),
  rules: fc.uniqueArray(rule, { selector: (one) => one.id, maxLength: 5 }),
  groups: fc.uniqueArray(
    fc.record({ id, name: filled(60), colour: fc.constantFrom(...groupColours), agentUsers: fc.array(user) }),
    {
      selector: (one) => one.id,
      maxLength: 5,
    },
  ),
  me: fc.option(user),
  nudges: fc.boolean(),
  tellWhens: fc.uniqueArray(fc.record({ agentUser: user, event: fc.constantFrom(...tellEvents) }), {
    selector: ({ agentUser, event }) => `${event} ${agentUser}`,
    maxLength: 5,
  }),
  mutedAgents: fc.uniqueArray(user, { maxLength: 5 }),
  mutedUntilMs: fc.option(fc.integer()),
  knownProxies: fc.uniqueArray(fc.string({ minLength: 1, maxLength: 300 }), { maxLength: 5 }),
  workingHours: fc.record({
    isOn: fc.boolean(),
    days: fc.record({
      mon: hours,
      tue: hours,
      wed: hours,
      thu: hours,
      fri: hours,
      sat: hours,
      sun: hours,
    }),
  }),
  problemAfterMs: fc.integer({ min: 0, max: 3_600_000 }),
  crmTemplate: fc.constantFrom('', 'https://crm.example/{lead_id}'),
  foldsShortCalls: fc.boolean(),
  isPresenting: fc.boolean(),
  hidesNumbers: fc.boolean(),
  hasSound: fc.boolean(),
  dictionary: fc.uniqueArray(
    fc.record({
      status: filled(longestStatus),
      family: fc.option(family),
      label: plain(longestLabel),
      limitMs: fc.option(fc.integer({ min: 60_000, max: longestDelayMs })),
    }),
    { selector: ({ status }) => statusKey(status), maxLength: 5 },
  ),
});
