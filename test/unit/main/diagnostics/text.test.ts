import { describe, expect, it } from 'vitest';
import { type DiagnosticFacts, diagnosticsText } from '../../../../src/main/diagnostics/text.ts';
import { type AppState, createAppStore } from '../../../../src/main/state/store.ts';
import { defaultSettings } from '../../../../src/shared/settings.ts';
import { aRule } from '../../../fakes/alert-world.ts';
import { anAlert } from '../../../fakes/an-alert.ts';
import { aCall, anAccount, anAgent, aReading } from '../../../fakes/builders.ts';

const nowWallMs = Date.UTC(2026, 10, 25, 9, 30);

const factsOf = (state: Partial<AppState>, more: Partial<DiagnosticFacts> = {}): DiagnosticFacts => ({
  state: createAppStore(state).getState(),
  history: { health: [], problems: new Map() },
  notifications: { shown: 3, failed: 1, unsupported: 0 },
  load: { requestsPerMinute: 24, errorsPerMinute: 1, p50Ms: 81.6, p95Ms: null },
  surroundings: {
    appVersion: '0.1.0',
    isPackaged: true,
    host: 'electron',
    electron: '45.4.1',
    chromium: '156.0.1',
    node: '24.18.1',
    isSandboxOff: false,
    system: 'Linux 6.12 x64',
    session: 'wayland, GNOME',
    trayHost: 'there',
  },
  uptimeMs: 3_725_000,
  nowWallMs,
  ...more,
});

/** May not be named, whatever the user has set and the dialler has said. */
const name = 'zq-name';
const number = '15550104477';

const everything: Partial<AppState> = {
  account: anAccount({
    id: `${name}@acme.croco-dial.net`,
    apiUser: name,
    agentUsers: [name],
  }),
  health: {
    kind: 'failing',
    problem: { kind: 'redirected', detail: name },
    sinceMs: 0,
    retryAtMs: 1,
  },
  secret: { kind: 'session', reason: 'refused' },
  agents: new Map([
    [
      name,
      anAgent(
        name,
        aCall(name, {
          status: name,
          inCallWith: number,
          callerId: number,
          vendorLeadCode: name,
          campaignId: name,
          campaignName: name,
          serverIp: '10.9.8.7',
        }),
        { problem: 'unknown-agent' },
      ),
    ],
    ['other', anAgent('other', aReading(name), { phase: 'unknown' })],
  ]),
  drift: [{ kind: 'missing', agentUser: name }],
  inbox: [anAlert(1, { agentUser: name })],
  notices: [{ kind: 'settings-broken', keptAs: name }],
  route: { seq: 1, screen: 'agents', agentUser: name },
  settings: {
    ...defaultSettings,
    crmTemplate: `https://crm.example:8443/${name}/{lead_id}?key=${name}`,
    rules: [aRule({ kind: 'in-status', status: name, longerThanMs: 1 })],
    groups: [{ id: 'g', name: name, colour: 'teal', agentUsers: [name, 'other'] }],
    pinned: [name],
    me: name,
    tellWhens: [{ agentUser: name, event: 'free' }],
    mutedAgents: [name],
    mutedUntilMs: nowWallMs + 1,
    dictionary: [{ status: name, family: 'paused', label: name, limitMs: null }],
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
  sandbox: on
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
  notifications in this run: 3 shown, 1 failed, 0 not supported
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
  proxies with a login: 0
  statuses with a meaning of their own: 1
`);
  });

  it.each<[string, Partial<AppState>, string]>([
    ['nobody watched', {}, 'Account\n  none'],
    ['the demo', { account: anAccount({ isDemo: true }) }, 'server: demo'],
    ['a link that is none', linkedTo(`{${name}}`), 'CRM link: not an address'],
    ['a link with a password', linkedTo(`https://u:${name}@crm.example/`), 'CRM link: https://crm.example\n'],
  ])('of %s say so and no more', (_what, state, expected) => {
    const text = diagnosticsText(factsOf(state));
    expect(text).toContain(expected);
    expect(text).not.toContain('zq-');
  });

  it('say that there is no sandbox', () => {
    const facts = factsOf({});
    const text = diagnosticsText({ ...facts, surroundings: { ...facts.surroundings, isSandboxOff: true } });
    expect(text).toContain('  sandbox: off\n');
  });

  it('let the environment write no line of its own', () => {
    const facts = factsOf({});
    const session = `x11\n  password: ${'x'.repeat(500)}`;
    const text = diagnosticsText({ ...facts, surroundings: { ...facts.surroundings, session } });
    expect(text.split('\n').length).toBe(diagnosticsText(facts).split('\n').length);
    expect(Math.max(...text.split('\n').map(({ length }) => length))).toBeLessThan(200);
  });
});
