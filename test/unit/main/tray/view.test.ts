import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createWords } from '../../../../src/main/app/words.ts';
import type { IconAlert, RuleTopic } from '../../../../src/main/state/open-conditions.ts';
import { createAppStore } from '../../../../src/main/state/store.ts';
import type { Face } from '../../../../src/main/tray/icon-svg.ts';
import type { TrayMenuItem } from '../../../../src/main/tray/menu.ts';
import { type TrayState, type TrayView, trayView } from '../../../../src/main/tray/view.ts';
import { changeKinds } from '../../../../src/shared/change.ts';
import { families } from '../../../../src/shared/family.ts';
import type { Health } from '../../../../src/shared/health.ts';
import { problemKinds } from '../../../../src/shared/problem.ts';
import { noLiveState } from '../../../../src/shared/reading.ts';
import { defaultSettings, languages, type Settings } from '../../../../src/shared/settings.ts';
import { type AgentState, unseenAgent } from '../../../../src/watch/agents.ts';
import { anAlert } from '../../../fakes/an-alert.ts';
import { aCall, anAccount, anAgent, aReading } from '../../../fakes/builders.ts';

const ruleTopics: readonly RuleTopic[] = [
  ...changeKinds,
  ...(['overstay', 'several', 'nobody-ready', 'allowance-warning', 'allowance-over', 'still'] as const),
];
const words = createWords();
const t = words.in('en');
const nowMs = 1_000_000;
const wallMs = Date.UTC(2026, 10, 24, 12);
const since = (seconds: number, atLeast = false) => ({ atMs: nowMs - seconds * 1000, atLeast });

const state = (agents: readonly AgentState[], more: Partial<TrayState> = {}): TrayState => ({
  ...createAppStore().getState(),
  account: anAccount(),
  health: { kind: 'ok', sinceMs: 0 },
  agents: new Map(agents.map((agent) => [agent.user, agent])),
  ...more,
});

const withSettings = (more: Partial<Settings>) => ({ settings: { ...defaultSettings, ...more } });

const viewOf = (watched: TrayState, platform: NodeJS.Platform = 'linux'): TrayView =>
  trayView(watched, { t, nowMs, wallMs, platform });

const labels = (menu: readonly TrayMenuItem[]) =>
  menu.map((item) => (item.kind === 'separator' ? '-' : item.label));

const ready = anAgent('rosa', aReading('READY'), { since: since(5) });
const inCall = anAgent('luis', aCall(), { since: since(130) });
const ringing = anAgent('eva', aReading('QUEUE'), { since: since(3) });
const paused = anAgent('Ana', aReading('LUNCH BREAK', { family: 'paused' }), { since: since(760, true) });
const dead = anAgent('max', aReading('DEAD'), { since: since(9) });
const wrapUp = anAgent('ivo', aReading('DISPO'), { since: since(31) });
const odd = anAgent('uma', aReading('MANUAL DIAL'), { since: since(62) });
const bea = { ...paused, user: 'Bea', since: since(900) };
const offline = anAgent('tom', noLiveState, { since: null });

const anIconAlert = (more: Partial<IconAlert>): IconAlert => ({
  topic: 'overstay',
  severity: 'alarm',
  agentUser: 'Ana',
  family: 'paused',
  beganMs: nowMs - 372_000,
  count: 0,
  ...more,
});
const alerting = (...icon: readonly Partial<IconAlert>[]) => ({
  openConditions: { rows: new Map(), icon: icon.map(anIconAlert) },
});

describe('the tray while it monitors', () => {
  it.each<[string, readonly AgentState[], string, string]>([
    ['everyone ready', [ready], 'ready', '1 ready'],
    ['calls before who is ready', [ready, inCall], 'in-call', '1 in call'],
    ['ringing when nobody talks or is ready', [ringing, offline], 'ringing', '1 ringing'],
    ['nobody there', [offline], 'offline', '1 offline'],
    ['who needs attention', [inCall, paused], 'paused', '1 in call · Ana paused ≥ 12:40'],
    ['a pause alone', [paused], 'paused', 'Ana paused ≥ 12:40'],
    ['a dead call first', [paused, ready, dead], 'dead', '1 ready · max in a dead call 0:09 · +1 more'],
    ['wrap-up', [wrapUp, offline], 'wrap-up', 'ivo in wrap-up 0:31'],
    ['a status we do not know, verbatim', [odd], 'other', 'uma MANUAL DIAL 1:02'],
    ['the longest first', [paused, bea], 'paused', 'Bea paused 15:00 · +1 more'],
    ['a state without a beginning', [{ ...dead, since: null }], 'dead', 'max in a dead call'],
  ])('says %s', (_name, agents, mark, tooltip) => {
    expect(viewOf(state(agents))).toMatchObject({ face: { mark, badge: null }, tooltip });
  });

  const stale = { ...dead, staleSinceMs: nowMs - 80_000 };
  const asked = { ...unseenAgent('eva', noLiveState), problem: 'timeout' } as const;
  const gone = { ...dead, user: 'zoe', phase: 'unknown' } as const;
  it.each<[string, readonly AgentState[], string]>([
    ['one lost sight of', [stale, ready], '1 ready · 1 not heard for 1:20'],
    ['several, since the first', [stale, asked, ready], '1 ready · 2 not heard for 1:20'],
    ['one never heard', [asked, ready], '1 ready · 1 not heard yet'],
    ['one the dialler does not know', [gone, ready], '1 ready · 1 unknown to the dialler'],
  ])('never leaves out %s, in tooltip and icon', (_whom, agents, tooltip) => {
    const view = viewOf(state(agents));
    expect(view).toMatchObject({ face: { mark: 'ready', badge: 'unheard' }, tooltip });
    if (agents.includes(stale)) expect(labels(view.menu)).toContain('max — DEAD, last heard 1:20 ago');
  });

  it('never leaves them out for want of room', () => {
    const long = { ...odd, reading: { ...odd.reading, status: 'X'.repeat(200) }, user: 'Y'.repeat(100) };
    const { tooltip } = viewOf(state([long, stale, gone, inCall]));
    expect(tooltip).toMatch(/ · 1 not heard for 1:20 · 1 unknown to the dialler$/);
    expect(tooltip.length).toBeLessThanOrEqual(127);
  });

  it('says that the dialler is slow, where there is room', () => {
    expect(viewOf(state([ready], { slowedBy: 'dialler' })).tooltip).toBe(
      '1 ready · the dialler answers slowly',
    );
    expect(viewOf(state([ready], { slowedBy: 'budget' })).tooltip).toBe('1 ready');
  });

  it('misses nobody whose first answer is on its way', () => {
    const { face, tooltip } = viewOf(state([unseenAgent('eva', noLiveState), ready]));
    expect([face, tooltip]).toEqual([{ mark: 'ready', badge: null }, '1 ready']);
  });

  it('shows what was known while a reconnection is under way', () => {
    expect(viewOf(state([inCall], { health: { kind: 'connecting' } })).tooltip).toBe('1 in call');
  });

  it('counts beside the icon on macOS only, and only more than one', () => {
    const two = state([paused, bea, ready]);
    expect(viewOf(two, 'darwin').title).toBe('2');
    expect(viewOf(state([paused]), 'darwin').title).toBe('');
    expect(viewOf(two, 'win32')).not.toHaveProperty('title');
  });
});

describe('what the rules put on the icon', () => {
  const floor = [dead, inCall, paused];
  const nobodyReady = { topic: 'nobody-ready', agentUser: null, family: null } as const;

  it.each<[string, Partial<IconAlert>, Face]>([
    [
      'of the agent in question',
      { severity: 'warning', family: 'ready' },
      { mark: 'paused', badge: 'warning' },
    ],
    ['of another agent', { agentUser: 'luis', family: 'in-call' }, { mark: 'in-call', badge: 'alarm' }],
    ['that a rule counts', { topic: 'several', agentUser: null }, { mark: 'paused', badge: 'alarm' }],
    ['or else the worst', nobodyReady, { mark: 'dead', badge: 'alarm' }],
  ])('is the state %s, with a badge', (_whose, icon, face) => {
    expect(viewOf(state(floor, alerting(icon))).face).toEqual(face);
  });

  it.each<[readonly Partial<IconAlert>[], string]>([
    [[{}], '1 over limit: Ana LUNCH BREAK +6:12'],
    [[{}, { agentUser: 'luis', family: 'in-call' }], '2 over limit: Ana LUNCH BREAK +6:12 · +1 more'],
    [[{}, { topic: 'allowance-over' }], '1 over limit: Ana LUNCH BREAK +6:12'],
    // The clock that looks is behind the one that decided.
    [[{ beganMs: nowMs + 3 }], '1 over limit: Ana LUNCH BREAK +0:00'],
    [[{ topic: 'allowance-over' }, nobodyReady], '1 over limit: Ana LUNCH BREAK +6:12 · +1 more'],
    [[{ topic: 'several', agentUser: null, count: 4 }], '4 agents paused at once'],
    [[nobodyReady], 'Nobody is ready'],
    [[{ topic: 'allowance-warning' }], 'Ana: LUNCH BREAK is almost over'],
    [[{ topic: 'call-connected', agentUser: 'luis', family: 'in-call' }], 'Call connected: luis'],
    [[{ topic: 'status-changed' }], 'Ana: LUNCH BREAK'],
  ])('says why: %o', (icon, tooltip) => {
    expect(viewOf(state(floor, alerting(...icon))).tooltip).toBe(tooltip);
  });

  it('names the state of an agent who is gone', () => {
    const view = viewOf(state([offline, ready], alerting({ topic: 'status-changed', agentUser: 'tom' })));
    expect(view.tooltip).toBe('tom: Offline');
  });

  it('counts the alerts beside the icon on macOS', () => {
    const two = alerting({}, { agentUser: 'luis', family: 'in-call' });
    expect(viewOf(state(floor, two), 'darwin').title).toBe('2');
    expect(viewOf(state(floor, alerting({})), 'darwin').title).toBe('');
  });

  it('says that it is muted where that fits, and never at the cost of the reason', () => {
    const muted = withSettings({ mutedUntilMs: wallMs + 60_000 });
    expect(viewOf(state(floor, { ...alerting({}), ...muted })).tooltip).toBe(
      '1 over limit: Ana LUNCH BREAK +6:12 · muted',
    );
    const long = 'x'.repeat(90);
    const named = [{ ...paused, user: long }, inCall];
    const view = viewOf(state(named, { ...alerting({ agentUser: long }, { agentUser: 'luis' }), ...muted }));
    expect(view.tooltip.length).toBeLessThanOrEqual(127);
    expect(view.tooltip).toContain('+6:12 · +1 more');
  });
});

describe('my own pause', () => {
  const minuteMs = 60_000;
  const limitMs = 30 * minuteMs;
  const dictionary = [{ status: 'LUNCH BREAK', family: null, label: '', limitMs }];
  const mine = withSettings({ me: 'Ana', dictionary });
  const pausedFor = (forMs: number, more: Partial<AgentState> = {}): AgentState => ({
    ...paused,
    since: { atMs: nowMs - forMs, atLeast: false },
    ...more,
  });
  const luis = { agentUser: 'luis', family: 'in-call', beganMs: nowMs - 5_000 } as const;
  const over = alerting(luis, { ...luis, agentUser: 'Ana' });

  it.each<[leftMs: number, minutes: number, isOver: boolean, title: string, tooltip: string]>([
    [250_000, 5, false, '4:10', 'LUNCH BREAK: 4:10 left'],
    [4 * minuteMs, 4, false, '4:00', 'LUNCH BREAK: 4:00 left'],
    [4 * minuteMs + 1, 5, false, '4:01', 'LUNCH BREAK: 4:01 left'],
    [1, 1, false, '0:01', 'LUNCH BREAK: 0:01 left'],
    [0, 0, true, '+0:00', 'LUNCH BREAK: over by +0:00'],
    [-59_999, 0, true, '+0:59', 'LUNCH BREAK: over by +0:59'],
    [-minuteMs, 1, true, '+1:00', 'LUNCH BREAK: over by +1:00'],
    [-130_000, 2, true, '+2:10', 'LUNCH BREAK: over by +2:10'],
    [-200 * minuteMs, 99, true, '+3:20:00', 'LUNCH BREAK: over by +3:20:00'],
  ])('with %s ms left shows %s minutes, over: %s', (leftMs, minutes, isOver, title, tooltip) => {
    const watched = state([pausedFor(limitMs - leftMs)], mine);
    expect(viewOf(watched).face).toEqual({ minutes, isOver });
    expect(viewOf(watched).tooltip).toBe(tooltip);
    expect(viewOf(watched, 'darwin').title).toBe(title);
    expect(viewOf(watched)).not.toHaveProperty('title');
  });

  it.each<[string, Partial<AgentState>, string]>([
    ['began unseen', { since: since(29 * 60, true) }, 'LUNCH BREAK: ≤ 1:00 left'],
    ['began unseen and is over', { since: since(31 * 60, true) }, 'LUNCH BREAK: over by ≥ +1:00'],
    ['has a name in the dictionary', { reading: { ...paused.reading, label: 'Lunch' } }, 'Lunch: 29:00 left'],
  ])('that %s says so', (_what, more, tooltip) => {
    expect(viewOf(state([pausedFor(minuteMs, more)], mine)).tooltip).toBe(tooltip);
  });

  it('outranks the alerts of others, or else what they do, which follow it in the tooltip', () => {
    const view = viewOf(state([pausedFor(29 * minuteMs), inCall], { ...mine, ...over }));
    expect(view.face).toEqual({ minutes: 1, isOver: false });
    expect(view.tooltip).toBe('LUNCH BREAK: 1:00 left · 1 over limit: luis IN CALL +0:05');
    const calm = viewOf(state([pausedFor(29 * minuteMs), inCall, wrapUp], mine));
    expect(calm.tooltip).toBe('LUNCH BREAK: 1:00 left · 1 in call · ivo in wrap-up 0:31');
  });

  it('gives way to not monitoring, as do the alerts of others', () => {
    const watched = state([pausedFor(minuteMs), inCall], { ...mine, ...over, isWatchPaused: true });
    const face = { mark: 'not-monitoring', badge: null };
    expect(viewOf(watched, 'darwin')).toMatchObject({ face, title: '' });
    expect(viewOf(watched).tooltip).toBe('Croco Tray · not monitoring: watching is paused');
  });

  it.each<[string, AgentState, Partial<TrayState>]>([
    ['is not mine', pausedFor(minuteMs), withSettings({ me: 'luis', dictionary })],
    ['is nobody’s', pausedFor(minuteMs), withSettings({ dictionary })],
    ['has no limit', pausedFor(minuteMs), withSettings({ me: 'Ana' })],
    ['is none', { ...pausedFor(minuteMs), reading: aCall() }, mine],
    ['has no known beginning', pausedFor(0, { since: null }), mine],
    ['was seen too long ago', pausedFor(minuteMs, { staleSinceMs: nowMs - 1 }), mine],
  ])('is not counted when it %s', (_name, agent, more) => {
    expect(viewOf(state([agent, ready], more)).face).not.toHaveProperty('minutes');
  });

  it.each([
    ['linux', -130_000, 50_000],
    ['win32', 250_500, 500],
    ['win32', -130_500, 9_500],
    ['darwin', 250_300, 300],
    ['darwin', -130_300, 700],
  ] as const)('is looked at again, on %s with %s ms left, after %s ms', (platform, leftMs, expected) => {
    expect(viewOf(state([pausedFor(limitMs - leftMs)], mine), platform).freshForMs).toBe(expected);
  });

  it('shows another number exactly when it is looked at again', () => {
    const within = fc.integer({ min: 1, max: 40 * minuteMs });
    fc.assert(
      fc.property(within, (forMs) => {
        const watched = state([pausedFor(forMs)], mine);
        const at = (laterMs: number) =>
          JSON.stringify(trayView(watched, { t, nowMs: nowMs + laterMs, wallMs, platform: 'linux' }).face);
        const { freshForMs } = viewOf(watched);
        expect(at((freshForMs ?? 0) - 1)).toBe(at(0));
        expect(at(freshForMs ?? 0)).not.toBe(at(0));
      }),
    );
  });
});

describe('the tray while it does not monitor', () => {
  const failing: Health = { kind: 'failing', problem: { kind: 'timeout' }, sinceMs: 0, retryAtMs: 0 };
  const stopped: Health = { kind: 'stopped', problem: { kind: 'wrong-credentials' } };
  const refused = { health: stopped };
  const refusal = 'the dialler refused the API user or password';
  const unknown = anAgent('zoe', noLiveState, { phase: 'unknown', since: null });
  const waiting = anAgent('zoe', noLiveState, { phase: 'waiting', since: null });
  const stale = { ...dead, staleSinceMs: nowMs - 80_000 };

  it.each<[string, TrayState, string]>([
    ['there is no account', state([], { account: null, health: { kind: 'idle' } }), 'no account yet'],
    ['there is nobody to watch', state([]), 'no agents to watch'],
    ['the user paused it', state([dead], { isWatchPaused: true }), 'watching is paused'],
    ['the watch is paused', state([dead], { health: { kind: 'paused' } }), 'watching is paused'],
    ['it is idle', state([dead], { health: { kind: 'idle' } }), 'nothing is being watched'],
    ['it only begins to connect', state([waiting], { health: { kind: 'connecting' } }), 'connecting…'],
    ['no answer has come', state([waiting]), 'waiting for the first answer'],
    ['nobody is known', state([unknown]), 'the dialler knows none of the agents'],
    ['every answer is old', state([stale, unknown]), 'no fresh answers from the dialler'],
    ['the dialler fails', state([ready], { health: failing }), 'the server took too long to answer'],
    ['it was refused', state([], refused), refusal],
    ['it was refused and paused', state([], { ...refused, isWatchPaused: true }), refusal],
  ])('says so when %s', (_name, watched, reason) => {
    const view = viewOf(watched);
    expect(view.face).toEqual({ mark: 'not-monitoring', badge: null });
    expect(view.tooltip).toBe(`Croco Tray · not monitoring: ${reason}`);
    expect(labels(view.menu)).toContain(`Not monitoring: ${reason}`);
    expect(view.freshForMs).toBeNull();
  });

  it.each(problemKinds)('has room for the whole reason in both languages: %s', (kind) => {
    for (const language of languages) {
      const health: Health = { kind: 'stopped', problem: { kind } };
      const said = words.in(language);
      const { tooltip } = trayView(state([], { health }), { t: said, nowMs, wallMs, platform: 'win32' });
      expect(tooltip).toContain(said(`problem.${kind}.title`).slice(1));
      expect(tooltip).not.toContain('…');
    }
  });

  it('offers to open and to quit when there is no account', () => {
    const { menu } = viewOf(state([], { account: null, health: { kind: 'idle' } }));
    const reason = 'Not monitoring: no account yet';
    expect(labels(menu)).toEqual(['Open Croco Tray', '-', reason, '-', 'Quit Croco Tray']);
  });

  it.each<[Health, boolean]>([
    [failing, true],
    [{ kind: 'connecting' }, true],
    [{ kind: 'ok', sinceMs: 0 }, true],
    [stopped, true],
    [{ kind: 'stopped', problem: { kind: 'no-password' } }, false],
    [{ kind: 'paused' }, false],
    [{ kind: 'idle' }, false],
  ])('lets the user refresh when asking again can help: %o', (health, enabled) => {
    const item = viewOf(state([ready], { health })).menu.find(({ id }) => id === 'refresh');
    expect(item?.enabled).toBe(enabled);
  });
});

describe('the menu', () => {
  const itemOf = (id: string, agents: readonly AgentState[], more: Partial<TrayState> = {}) =>
    viewOf(state(agents, more)).menu.find((item) => item.id === id);

  it('holds the status lines in order of attention', () => {
    const unknown = anAgent('zoe', noLiveState, { phase: 'unknown', since: null });
    expect(labels(viewOf(state([unknown, ready, offline, inCall, paused])).menu)).toEqual([
      'Open Croco Tray',
      '-',
      'Ana — LUNCH BREAK ≥ 12:40',
      'luis — IN CALL 2:10',
      'rosa — READY 0:05',
      'tom — Offline',
      'zoe — unknown to the dialler',
      '-',
      'Inbox',
      'Mute notifications',
      'Presenting: hide customer data',
      '-',
      'Refresh now',
      'Pause watching',
      'Settings…',
      '-',
      'Quit Croco Tray',
    ]);
  });

  it.each<[string, string, Partial<TrayState>, Partial<TrayMenuItem>]>([
    ['the agent of a line', 'agent:luis', {}, { action: { do: 'open-agent', agentUser: 'luis' } }],
    ['a ticked pause', 'pause', { isWatchPaused: true }, { kind: 'checkbox', checked: true }],
    ['a pause to tick', 'pause', {}, { kind: 'checkbox', checked: false }],
    ['presenting', 'presenting', withSettings({ isPresenting: true }), { kind: 'checkbox', checked: true }],
    ['an inbox that is read', 'inbox', { inbox: [anAlert(1, { isRead: true })] }, { label: 'Inbox' }],
    [
      'how many alerts are unread',
      'inbox',
      { inbox: [anAlert(1, { isRead: true }), anAlert(2), anAlert(3)] },
      { label: 'Inbox (2)', action: { do: 'open-inbox' } },
    ],
    ['a mute that is over as none', 'mute', withSettings({ mutedUntilMs: wallMs }), { kind: 'submenu' }],
  ])('has %s', (_what, id, more, expected) => {
    expect(itemOf(id, [inCall], more)).toMatchObject(expected);
  });

  it('shows eight agents and how many more there are', () => {
    const many = Array.from({ length: 20 }, (_, index) => ({ ...inCall, user: `agent${index}` }));
    const { menu } = viewOf(state(many));
    expect(menu.filter(({ id }) => id.startsWith('agent:'))).toHaveLength(8);
    expect(itemOf('more', many)).toMatchObject({ label: '+12 more', action: { do: 'open' } });
  });

  it('calls a status what the user calls it, and keeps an ampersand from marking an access key', () => {
    const tea = anAgent('R&D', aReading('PAUSE - T1', { label: 'Tea' }), { since: since(61) });
    expect(labels(viewOf(state([tea])).menu)).toContain('R&&D — Tea 1:01');
  });

  it('offers to mute for a while', () => {
    expect(itemOf('mute', [ready])?.items?.map(({ label, action }) => [label, action])).toEqual([
      ['15 minutes', { do: 'mute', span: '15-min' }],
      ['1 hour', { do: 'mute', span: '1-hour' }],
      ['Until tomorrow', { do: 'mute', span: 'tomorrow' }],
    ]);
  });

  it.each([
    [1, '1 min'],
    [14 * 60_000, '14 min'],
    [14 * 60_000 + 1, '15 min'],
    [60 * 60_000 + 1, '1 h 1 min'],
    [(13 * 60 + 20) * 60_000, '13 h 20 min'],
  ])('offers to unmute %s ms before the end, and says %s more', (leftMs, left) => {
    const muted = state([ready], withSettings({ mutedUntilMs: wallMs + leftMs }));
    const { menu, tooltip, freshForMs } = viewOf(muted);
    expect(menu.find(({ id }) => id === 'unmute')).toMatchObject({
      label: `Muted for ${left} more — unmute`,
      action: { do: 'mute', span: null },
    });
    expect(menu.some(({ id }) => id === 'mute')).toBe(false);
    expect(tooltip).toBe('1 ready · muted');
    expect(freshForMs).not.toBeNull();
  });

  it('lets a mute age while nothing is watched', () => {
    const settings = withSettings({ mutedUntilMs: wallMs + 60_000 });
    expect(viewOf(state([], { ...settings, isWatchPaused: true })).freshForMs).not.toBeNull();
  });
});

describe('any floor', () => {
  const digits = fc.stringMatching(/^9[0-9]{9,14}$/);
  const anyAgent = fc
    .record({
      user: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 300 }),
      status: fc.oneof(fc.constantFrom('READY', 'DEAD'), fc.string({ unit: 'grapheme', maxLength: 300 })),
      family: fc.constantFrom(...families),
    })
    .map(({ user, status, family }) => anAgent(user, aReading(status, { family }), { since: since(61) }));

  it('fits its tooltip into what Windows keeps, with no character halved', () => {
    fc.assert(
      fc.property(
        fc.array(anyAgent, { maxLength: 12 }),
        fc.constantFrom(...languages),
        fc.constantFrom(...ruleTopics),
        (agents, language, topic) => {
          const [first] = agents;
          const icon = agents.map(({ user: agentUser, reading: { family } }): IconAlert => {
            return { topic, severity: 'alarm', agentUser, family, beganMs: 0, count: 12 };
          });
          const watched = state(agents, {
            openConditions: { rows: new Map(), icon },
            ...withSettings({
              me: first?.user ?? null,
              mutedUntilMs: wallMs + 60_000,
              dictionary: [{ status: 'READY', family: null, label: '', limitMs: 60_000 }],
            }),
          });
          const view = trayView(watched, { t: words.in(language), nowMs, wallMs, platform: 'win32' });
          expect(view.tooltip.length).toBeLessThanOrEqual(127);
          expect(view.tooltip).not.toBe('');
          expect(view.tooltip.isWellFormed()).toBe(true);
        },
      ),
    );
  });

  it("never holds a customer's number", () => {
    fc.assert(
      fc.property(digits, digits, fc.constantFrom(...families), (inCallWith, callerId, family) => {
        const reading = aCall('101', { inCallWith, callerId, family });
        const text = JSON.stringify(viewOf(state([anAgent('ana', reading, { since: since(3) })])));
        expect(text).not.toContain(inCallWith);
        expect(text).not.toContain(callerId);
      }),
    );
  });
});

it('shows no digit of a number that the dialler repeats in a status while presenting', () => {
  const repeated = anAgent('kim', aReading('WITH 15550100123', { inCallWith: '15550100123' }), {
    since: since(5),
  });
  const shown = viewOf(state([repeated], withSettings({ isPresenting: true })));
  expect(JSON.stringify(shown)).not.toMatch(/0123/);
  expect(labels(shown.menu).join()).toContain('kim — WITH •••');
  expect(JSON.stringify(viewOf(state([repeated])))).toContain('WITH •••0123');
});
