import type { RequestChannel, Requests } from '../../src/shared/bridge.ts';
import { defaultSettings } from '../../src/shared/settings.ts';

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
  'state:get': {},
  'account:check': { draft },
  'account:connect': { draft },
  'account:sign-in': { password: 'secret' },
  'account:sign-out': {},
  'account:forget': {},
  'demo:start': {},
  'demo:stop': {},
  'agents:add': { agentUsers: ['ana', 'ben'] },
  'agents:remove': { agentUser: 'ana' },
  'agents:rename': { agentUser: 'ana', newUser: 'Ana' },
  'roster:get': { isFresh: true },
  'roster:keep': { agentUsers: ['ana'] },
  'agent:reveal': { agentUser: 'ana' },
  'agent:copy': { agentUser: 'ana', field: 'leadId' },
  'agent:open-crm': { agentUser: 'ana' },
  'agent:mute': { agentUser: 'ana', isMuted: true },
  'agent:tell-when': { agentUser: 'ana', event: 'free', isArmed: true },
  'inbox:list': {},
  'inbox:acknowledge': { id: 1 },
  'inbox:clear': {},
  'inbox:restore': {},
  'alerts:mute': { span: '15-min' },
  'alerts:test': {},
  'dictionary:export': {},
  'dictionary:import': { text: '{}' },
  'load:get': {},
  'watch:refresh': {},
  'watch:pause': { isPaused: true },
  'preferences:change': {
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
  'notice:dismiss': { kind: 'no-tray' },
  'diagnostics:copy': {},
  'popover:hide': {},
};
