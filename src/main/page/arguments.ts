import { z } from 'zod';
import { formats, methods, mostAgentsAtOnce } from '../../shared/account.ts';
import { fileNoticeKinds, plainNoticeKinds } from '../../shared/app-view.ts';
import {
  type ArgumentChannel,
  channelsOf,
  copyFields,
  type RequestChannel,
  type Requests,
} from '../../shared/bridge.ts';
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
import { tableOf } from '../../shared/tables.ts';
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
    notify: z.strictObject(tableOf(changeKinds, () => z.boolean())),
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

const shapes: { readonly [C in ArgumentChannel]: z.ZodType<Requests[C]['argument']> } = {
  checkAccount: z.strictObject({ draft }),
  connectAccount: z.strictObject({ draft }),
  signIn: z.strictObject({ password }),
  addAgents: z.strictObject({ agentUsers }),
  removeAgent: z.strictObject({ agentUser }),
  renameAgent: z.strictObject({ agentUser, newUser: agentUser }),
  getRoster: z.strictObject({ isFresh: z.boolean() }),
  keepDrifted: z.strictObject({ agentUsers }),
  revealAgent: z.strictObject({ agentUser }),
  copyFromAgent: z.strictObject({ agentUser, field: z.enum(copyFields) }),
  openCrm: z.strictObject({ agentUser }),
  muteAgent: z.strictObject({ agentUser, isMuted: z.boolean() }),
  tellWhen: z.strictObject({ agentUser, event: z.enum(tellEvents), isArmed: z.boolean() }),
  acknowledge: z.strictObject({ id: z.int().nullable() }),
  mute: z.strictObject({ span: z.enum(muteSpans).nullable() }),
  importDictionary: z.strictObject({ text: z.string().max(500_000) }),
  setPaused: z.strictObject({ isPaused: z.boolean() }),
  changePreferences: z.strictObject({ change: preferences }) as z.ZodType<
    Requests['changePreferences']['argument']
  >,
  dismissNotice: z.strictObject({ kind: z.enum([...fileNoticeKinds, ...plainNoticeKinds]) }),
};

export const argumentsOf: { readonly [C in RequestChannel]: z.ZodType<Requests[C]['argument']> } = {
  ...tableOf(channelsOf('plain'), () => nothing),
  ...shapes,
};
