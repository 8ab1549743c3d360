import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DiagnosticFacts, diagnosticsText } from '../../../../src/main/diagnostics/text.ts';
import { type AppState, createAppStore } from '../../../../src/main/state/store.ts';
import { defaultSettings } from '../../../../src/shared/settings.ts';
import { aRule } from '../../../fakes/alert-world.ts';
import { anAlert } from '../../../fakes/an-alert.ts';
import { anySettings } from '../../../fakes/any-settings.ts';
import { aCall, anAccount, anAgent, aReading } from '../../../fakes/builders.ts';

const nowWallMs = Date.UTC(2026, 10, 25, 9, 30);

const factsOf = (state: Partial<AppState>, more: Partial<DiagnosticFacts> = {}): DiagnosticFacts => ({
  state: createAppStore(state).getState(),
  history: { health: [], problems: new Map() },
  load: { requestsPerMinute: 24, errorsPerMinute: 1, p50Ms: 81.6, p95Ms: null },
  surroundings: {
    appVersion: '0.1.0',
    isPackaged: true,
    host: 'electron',
    electron: '45.4.1',
    chromium: '156.0.1',
    node: '24.18.1',
    system: 'Linux 6.12 x64',
    session: 'wayland, GNOME',
    trayHost: 'there',
  },
  uptimeMs: 3_725_000,
  nowWallMs,
  ...more,
});

/** None of these may be named, whatever the user has set and the dialler has said. */
const names = {
  agent: 'zq-agent-ruiz',
  apiUser: 'zq-api-user',
  number: '15550104477',
  status: 'ZQ STATUS',
  lead: 'zq-lead-9',
  group: 'zq-group',
  label: 'zq-label',
  campaign: 'zq-campaign',
  crmPath: 'zq-crm-path',
  detail: 'zq-detail',
  file: 'zq-file',
};

const everything: Partial<AppState> = {
  account: anAccount({
    id: `${names.apiUser}@acme.croco-dial.net`,
    apiUser: names.apiUser,
    agentUsers: [names.agent],
  }),
  health: {
    kind: 'failing',
    problem: { kind: 'redirected', detail: names.detail },
    sinceMs: 0,
    retryAtMs: 1,
  },
  secret: { kind: 'session', reason: 'refused' },
  agents: new Map([
    [
      names.agent,
      anAgent(
        names.agent,
        aCall(names.lead, {
          status: names.status,
          inCallWith: names.number,
          callerId: names.number,
          vendorLeadCode: names.lead,
          campaignId: names.campaign,
          campaignName: names.campaign,
          serverIp: '10.9.8.7',
        }),
        { problem: 'unknown-agent' },
      ),
    ],
    ['other', anAgent('other', aReading(names.status), { phase: 'unknown' })],
  ]),
  drift: [{ kind: 'renamed', agentUser: names.agent, newUser: `${names.agent}2` }],
  inbox: [anAlert(1, { agentUser: names.agent })],
  notices: [{ kind: 'settings-broken', keptAs: names.file }],
  route: { seq: 1, screen: 'agents', agentUser: names.agent },
  settings: {
    ...defaultSettings,
    crmTemplate: `https://crm.example:8443/${names.crmPath}/{lead_id}?key=${names.detail}`,
    rules: [aRule({ kind: 'in-status', status: names.status, longerThanMs: 1 })],
    groups: [{ id: 'g', name: names.group, colour: 'teal', agentUsers: [names.agent, 'other'] }],
    pinned: [names.agent],
    me: names.agent,
    tellWhens: [{ agentUser: names.agent, event: 'free' }],
    mutedAgents: [names.agent],
    mutedUntilMs: nowWallMs + 1,
    dictionary: [{ status: names.status, family: 'paused', label: names.label, limitMs: null }],
  },
};

const linkedTo = (crmTemplate: string) => ({ settings: { ...defaultSettings, crmTemplate } });

describe('the diagnostics', () => {
  it('tell support what it asks first, and no name, number, status or path', () => {
    const text = diagnosticsText(
      factsOf(everything, {
        history: {
          health: [
            { atMs: nowWallMs - 60_000, kind: 'ok', problem: null },
            { atMs: nowWallMs - 5_000, kind: 'failing', problem: 'redirected' },
          ],
          problems: new Map([
            ['redirected', 3],
            ['timeout', 1],
          ]),
        },
      }),
    );
    expect(text).toBe(`Croco Tray diagnostics, 2026-11-25T09:30:00Z
App
  version: 0.1.0, packaged
  host: electron
  Electron 45.4.1, Chromium 156.0.1, Node 24.18.1
  system: Linux 6.12 x64
  session: wayland, GNOME
  tray: there
  running for: 1 h 2 min
  notices: settings-broken
Account
  server: acme.croco-dial.net
  transport: POST, JSON
  password: session (keychain refused)
  health: failing: redirected
  watching: yes
  agents: 1 (1 known, 1 unknown, 0 waiting)
  with a problem of their own: 1
  not as in the dialler's list: 1
Requests
  asked every: 5000 to 5000 ms, set 5000 ms
  slowed by: nothing
  last minute: 24 requests, 1 failed
  an answer takes: 82 ms typically, - at most for 95 %
  problems in this run: redirected 3, timeout 1
Health, oldest first
  2026-11-25T09:29:00Z ok
  2026-11-25T09:29:55Z failing: redirected
Alerts
  in the inbox: 1
  kept quiet in this run: 0
Settings
  requests a second at most: 20
  slower when: locked, battery
  notify of: call-connected
  theme: system, language: system
  limits in s: paused 300/900 told, wrap-up 60/180 told, dead 10/60 told, in-call 600/1200, ready 300/-
  warning before a pause's limit: 120 s
  own rules: 1, on: 1
  groups: 1, with 2 agents
  list: by attention, not grouped, 1 pinned
  me: set, reminders: true
  told once of: 1, muted agents: 1
  muted now: true
  working hours: off
  a connection problem is told after: 180 s
  CRM link: https://crm.example:8443
  presenting: false, hides numbers: false, sound: true
  statuses with a meaning of their own: 1
`);
  });

  it('say the same of settings that differ in names only', () => {
    const texts = anySettings.map((settings) => {
      const rename = (tail: string): DiagnosticFacts['state']['settings'] => ({
        ...settings,
        rules: settings.rules.map((rule) => ({ ...rule, id: rule.id + tail })),
        groups: settings.groups.map((group) => ({ ...group, name: `group ${tail}` })),
        pinned: settings.pinned.map((user) => user + tail),
        me: settings.me === null ? null : tail,
        tellWhens: settings.tellWhens.map((one) => ({ ...one, agentUser: tail })),
        mutedAgents: settings.mutedAgents.map((user) => user + tail),
        dictionary: settings.dictionary.map((entry) => ({ ...entry, status: tail, label: tail })),
        crmTemplate: settings.crmTemplate === '' ? '' : `https://crm.example/${tail}/{lead_id}`,
      });
      return ['zq1', 'zq2'].map((tail) => diagnosticsText(factsOf({ settings: rename(tail) })));
    });
    fc.assert(
      fc.property(texts, ([one, other]) => {
        expect(one).toBe(other);
      }),
    );
  });

  it.each<[string, Partial<AppState>, string]>([
    ['nobody watched', {}, 'Account\n  none'],
    ['the demo', { account: anAccount({ isDemo: true }) }, 'server: demo'],
    ['a link that is none', linkedTo(`{${names.crmPath}}`), 'CRM link: not an address'],
    [
      'a link with a password',
      linkedTo(`https://u:${names.detail}@crm.example/`),
      'CRM link: https://crm.example\n',
    ],
  ])('of %s say so and no more', (_what, state, expected) => {
    const text = diagnosticsText(factsOf(state));
    expect(text).toContain(expected);
    expect(text).not.toContain('zq-');
  });

  it('let the environment write no line of its own', () => {
    const facts = factsOf({});
    const session = `x11\n  password: ${'x'.repeat(500)}`;
    const text = diagnosticsText({ ...facts, surroundings: { ...facts.surroundings, session } });
    expect(text.split('\n').length).toBe(diagnosticsText(facts).split('\n').length);
    expect(Math.max(...text.split('\n').map(({ length }) => length))).toBeLessThan(200);
  });
});
