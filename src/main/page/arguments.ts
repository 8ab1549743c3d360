import { z } from 'zod';
import {
  formats,
  longestApiUser,
  longestPassword,
  longestServer,
  methods,
  mostAgentsAtOnce,
} from '../../shared/account.ts';
import { fileNoticeKinds, plainNoticeKinds } from '../../shared/app-view.ts';
import {
  type ArgumentChannel,
  channelsOf,
  copyFields,
  longestReport,
  type RequestChannel,
  type Requests,
} from '../../shared/bridge.ts';
import { muteSpans } from '../../shared/mute.ts';
import { tableOf } from '../../shared/tables.ts';
import { tellEvents } from '../../shared/tell-when.ts';
import { preferencesShape } from '../settings/preferences.ts';
import { settingsTable } from '../settings/settings-table.ts';
import { agentUserShape as agentUser } from '../settings/shapes.ts';

/** How main reads what the page asks: strict shapes with bounds, so that nothing else gets further. */
const nothing = plainObject().pipe(z.strictObject({})) as z.ZodType<Record<string, never>>;
const agentUsers = z.array(agentUser).max(mostAgentsAtOnce);
const password = z.string().min(1).max(longestPassword);

const draft = z.strictObject({
  server: z.string().max(longestServer),
  apiUser: z.string().trim().min(1).max(longestApiUser),
  // Empty keeps the one in the keychain.
  password: z.string().max(longestPassword),
  agentUsers,
  method: z.enum(methods),
  format: z.enum(formats),
  intervalMs: settingsTable.intervalMs.fromPage,
});

/** A date or a map crosses the bridge whole, and has no fields that a shape could miss. */
function plainObject() {
  return z.custom<unknown>((value) => Object.prototype.toString.call(value) === '[object Object]');
}

const shapes: { readonly [C in ArgumentChannel]: z.ZodType<Requests[C]['argument']> } = {
  getChangesSince: z.strictObject({ revision: z.int().nonnegative() }),
  checkAccount: z.strictObject({ draft }),
  connectAccount: z.strictObject({ draft }),
  signIn: z.strictObject({ password }),
  logInToProxy: z.strictObject({ user: z.string().trim().min(1).max(300), password }),
  deleteStoredPassword: z.strictObject({ entry: z.string().min(1).max(1_000) }),
  addAgents: z.strictObject({ agentUsers }),
  removeAgent: z.strictObject({ agentUser }),
  getRoster: z.strictObject({ isFresh: z.boolean() }),
  keepDrifted: z.strictObject({ agentUsers }),
  lookAt: z.strictObject({ agentUser: agentUser.nullable() }),
  revealAgent: z.strictObject({ agentUser }),
  copyFromAgent: z.strictObject({ agentUser, field: z.enum(copyFields) }),
  openCrm: z.strictObject({ agentUser }),
  muteAgent: z.strictObject({ agentUser, isMuted: z.boolean() }),
  tellWhen: z.strictObject({ agentUser, event: z.enum(tellEvents), isArmed: z.boolean() }),
  acknowledge: z.strictObject({ id: z.int().nullable() }),
  mute: z.strictObject({ span: z.enum(muteSpans).nullable() }),
  importDictionary: z.strictObject({ text: z.string().max(500_000) }),
  setPaused: z.strictObject({ isPaused: z.boolean() }),
  changePreferences: z.strictObject({ change: plainObject().pipe(preferencesShape) }),
  reportCrash: z.strictObject({ report: z.string().max(longestReport) }),
  dismissNotice: z.strictObject({ kind: z.enum([...fileNoticeKinds, ...plainNoticeKinds]) }),
};

export const argumentsOf: { readonly [C in RequestChannel]: z.ZodType<Requests[C]['argument']> } = {
  ...tableOf(channelsOf('plain'), () => nothing),
  ...shapes,
};
