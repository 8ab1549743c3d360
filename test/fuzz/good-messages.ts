import { channelsOf, type RequestChannel, type Requests } from '../../src/shared/bridge.ts';
import { defaultSettings } from '../../src/shared/settings.ts';
import { tableOf } from '../../src/shared/tables.ts';

const draft = {
  server: 'acme',
  apiUser: 'api',
  password: 'secret',
  agentUsers: ['ana'],
  method: 'post',
  format: 'json',
  intervalMs: 5_000,
} as const;

/** One message for each channel that main does as it is asked. */
export const goodMessages: { readonly [C in RequestChannel]: Requests[C]['argument'] } = {
  ...tableOf(channelsOf('plain'), () => ({})),
  getChangesSince: { revision: 0 },
  checkAccount: { draft },
  connectAccount: { draft },
  signIn: { password: 'secret' },
  lookAt: { agentUser: 'ana' },
  deleteStoredPassword: { entry: 'api@acme.croco-dial.net' },
  reportCrash: { report: 'TypeError: x is not a function' },
  logInToProxy: { user: 'ana', password: 'secret' },
  addAgents: { agentUsers: ['ana', 'ben'] },
  removeAgent: { agentUser: 'ana' },
  getRoster: { isFresh: true },
  keepDrifted: { agentUsers: ['ana'] },
  revealAgent: { agentUser: 'ana' },
  copyFromAgent: { agentUser: 'ana', field: 'leadId' },
  openCrm: { agentUser: 'ana' },
  muteAgent: { agentUser: 'ana', isMuted: true },
  tellWhen: { agentUser: 'ana', event: 'free', isArmed: true },
  acknowledge: { id: 1 },
  mute: { span: '15-min' },
  importDictionary: { text: '{}' },
  setPaused: { isPaused: true },
  changePreferences: {
    change: {
      notify: defaultSettings.notify,
      thresholds: defaultSettings.thresholds,
      workingHours: defaultSettings.workingHours,
      groups: [{ id: 'g', name: 'Team', colour: 'teal', agentUsers: ['ana'] }],
      pinned: ['ana'],
      listView: { sort: 'longest', isGrouped: true, collapsed: ['g', ''] },
      rules: [
        {
          id: 'r',
          isOn: true,
          whom: { kind: 'everyone' },
          what: { kind: 'several', family: 'paused', count: 3 },
          holdMs: 0,
          severity: 'alarm',
          escalation: { row: null, icon: 0, notify: 60_000, sound: null },
        },
      ],
    },
  },
  dismissNotice: { kind: 'no-tray' },
};
