import { z } from 'zod';
import { formats, methods, mostAgentsAtOnce } from '../../shared/account.ts';
import { fileNoticeKinds, plainNoticeKinds } from '../../shared/app-view.ts';
import { copyFields, type RequestChannel, type Requests } from '../../shared/bridge.ts';
import { changeKinds } from '../../shared/change.ts';
import { crmProblem } from '../../shared/crm-link.ts';
import { muteSpans } from '../../shared/mute.ts';
import {
  languages,
  leastRequestsPerSecond,
  maxIntervalMs,
  minIntervalMs,
  mostRequestsPerSecond,
  themes,
} from '../../shared/settings.ts';
import { tellEvents } from '../../shared/tell-when.ts';
import {
  agentUserShape as agentUser,
  crmTemplateShape,
  dictionaryShape,
  groupsShape,
  limitWarningShape,
  listViewShape,
  pinnedShape,
  problemAfterShape,
  rulesShape,
  thresholdsShape,
  workingHoursShape,
} from '../settings/shapes.ts';

/** How main reads what the page asks: strict shapes with bounds, so that nothing else gets further. */
const nothing = plainObject().pipe(z.strictObject({})) as z.ZodType<Record<string, never>>;
const agentUsers = z.array(agentUser).max(mostAgentsAtOnce);
const password = z.string().min(1).max(1_000);
const intervalMs = z.number().int().min(minIntervalMs).max(maxIntervalMs);

const draft = z.strictObject({
  server: z.string().max(500),
  apiUser: z.string().trim().min(1).max(100),
  // Empty keeps the one in the keychain.
  password: z.string().max(1_000),
  agentUsers,
  method: z.enum(methods),
  format: z.enum(formats),
  intervalMs,
});

const anyPreferences = z
  .strictObject({
    intervalMs,
    requestsPerSecond: z.int().min(leastRequestsPerSecond).max(mostRequestsPerSecond),
    slowWhen: z.strictObject({ locked: z.boolean(), hidden: z.boolean(), battery: z.boolean() }),
    notify: z.strictObject(
      Object.fromEntries(changeKinds.map((kind) => [kind, z.boolean()])) as Record<
        (typeof changeKinds)[number],
        z.ZodBoolean
      >,
    ),
    theme: z.enum(themes),
    language: z.enum(languages).nullable(),
    thresholds: thresholdsShape,
    limitWarningMs: limitWarningShape,
    rules: rulesShape,
    groups: groupsShape,
    pinned: pinnedShape,
    listView: listViewShape,
    me: agentUser.nullable(),
    nudges: z.boolean(),
    workingHours: workingHoursShape,
    problemAfterMs: problemAfterShape,
    crmTemplate: crmTemplateShape.refine((template) => template === '' || crmProblem(template) === null),
    isPresenting: z.boolean(),
    hidesNumbers: z.boolean(),
    hasSound: z.boolean(),
    dictionary: dictionaryShape,
  })
  .partial()
  // Over the bridge a field can be there and undefined, which must not replace a preference.
  .refine((change) => Object.values(change).every((value) => value !== undefined));

const preferences = plainObject().pipe(anyPreferences);

/** A date or a map crosses the bridge whole, and has no fields that a shape could miss. */
function plainObject() {
  return z.custom<object>((value) => Object.prototype.toString.call(value) === '[object Object]');
}

export const argumentsOf: { readonly [C in RequestChannel]: z.ZodType<Requests[C]['argument']> } = {
  'state:get': nothing,
  'account:check': z.strictObject({ draft }),
  'account:connect': z.strictObject({ draft }),
  'account:sign-in': z.strictObject({ password }),
  'account:sign-out': nothing,
  'account:forget': nothing,
  'demo:start': nothing,
  'demo:stop': nothing,
  'agents:add': z.strictObject({ agentUsers }),
  'agents:remove': z.strictObject({ agentUser }),
  'agents:rename': z.strictObject({ agentUser, newUser: agentUser }),
  'roster:get': z.strictObject({ isFresh: z.boolean() }),
  'roster:keep': z.strictObject({ agentUsers }),
  'agent:reveal': z.strictObject({ agentUser }),
  'agent:copy': z.strictObject({ agentUser, field: z.enum(copyFields) }),
  'agent:open-crm': z.strictObject({ agentUser }),
  'agent:mute': z.strictObject({ agentUser, isMuted: z.boolean() }),
  'agent:tell-when': z.strictObject({ agentUser, event: z.enum(tellEvents), isArmed: z.boolean() }),
  'inbox:list': nothing,
  'inbox:acknowledge': z.strictObject({ id: z.int().nullable() }),
  'inbox:clear': nothing,
  'inbox:restore': nothing,
  'alerts:mute': z.strictObject({ span: z.enum(muteSpans).nullable() }),
  'alerts:test': nothing,
  'dictionary:export': nothing,
  'dictionary:import': z.strictObject({ text: z.string().max(500_000) }),
  'load:get': nothing,
  'watch:refresh': nothing,
  'watch:pause': z.strictObject({ isPaused: z.boolean() }),
  'preferences:change': z.strictObject({ change: preferences }) as z.ZodType<
    Requests['preferences:change']['argument']
  >,
  'notice:dismiss': z.strictObject({ kind: z.enum([...fileNoticeKinds, ...plainNoticeKinds]) }),
  'diagnostics:copy': nothing,
  'popover:hide': nothing,
};
