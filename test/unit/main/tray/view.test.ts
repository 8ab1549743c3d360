import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ActiveAccount, AgentState } from '../../../../src/main/store.ts';
import type { TrayMenuItem } from '../../../../src/main/tray/menu.ts';
import type { WatchedState } from '../../../../src/main/tray/not-monitoring.ts';
import { type TrayView, trayView } from '../../../../src/main/tray/view.ts';
import { createWords } from '../../../../src/main/words.ts';
import { families } from '../../../../src/shared/family.ts';
import type { Health } from '../../../../src/shared/health.ts';
import { problemKinds } from '../../../../src/shared/problem.ts';
import { noLiveState } from '../../../../src/shared/reading.ts';
import { languages } from '../../../../src/shared/settings.ts';
import { aCall, anAgent, aReading } from '../../../fakes/builders.ts';

const words = createWords();
const t = words.in('en');
const nowMs = 1_000_000;
const since = (seconds: number, atLeast = false) => ({ atMs: nowMs - seconds * 1000, atLeast });

const account: ActiveAccount = {
  id: 'api@acme.croco-dial.net',
  baseUrl: 'https://acme.croco-dial.net/goAPIv2',
  apiUser: 'api',
  method: 'post',
  format: 'json',
  agentUsers: [],
  isDemo: false,
};

const state = (agents: readonly AgentState[], more: Partial<WatchedState> = {}): WatchedState => ({
  account,
  health: { kind: 'ok', sinceMs: 0 },
  isWatchPaused: false,
  agents: new Map(agents.map((agent) => [agent.user, agent])),
  ...more,
});

const viewOf = (watched: WatchedState, platform: NodeJS.Platform = 'linux'): TrayView =>
  trayView(watched, { t, nowMs, platform });

const labels = (menu: readonly TrayMenuItem[]) =>
  menu.map((item) => (item.kind === 'separator' ? '-' : item.label));

const ready = anAgent('rosa', aReading('READY'), { since: since(5) });
const inCall = anAgent('luis', aCall(), { since: since(130) });
const ringing = anAgent('eva', aReading('QUEUE'), { since: since(3) });
const paused = anAgent('Ana', aReading('LUNCH BREAK', { family: 'paused' }), { since: since(760, true) });
const dead = anAgent('max', aReading('DEAD'), { since: since(9) });
const wrapUp = anAgent('ivo', aReading('DISPO'), { since: since(31) });
const odd = anAgent('uma', aReading('MANUAL DIAL'), { since: since(62) });
const offline = anAgent('tom', noLiveState, { since: null });

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
    ['a state without a beginning', [{ ...dead, since: null }], 'dead', 'max in a dead call'],
  ])('says %s', (_name, agents, mark, tooltip) => {
    expect(viewOf(state(agents))).toMatchObject({ mark, tooltip });
  });

  it('puts the one who has been so the longest first among equals', () => {
    const earlier = { ...paused, user: 'Bea', since: since(900) };
    expect(viewOf(state([paused, earlier])).tooltip).toBe('Bea paused 15:00 · +1 more');
  });

  it('leaves out whom it has lost sight of', () => {
    const stale = { ...dead, staleSinceMs: nowMs - 80_000 };
    const view = viewOf(state([stale, ready]));
    expect(view).toMatchObject({ mark: 'ready', tooltip: '1 ready' });
    expect(labels(view.menu)).toContain('max — DEAD, last heard 1:20 ago');
  });

  it('shows what was known while a reconnection is under way', () => {
    expect(viewOf(state([inCall], { health: { kind: 'connecting' } })).mark).toBe('in-call');
  });

  it('counts beside the icon on macOS only, and only more than one', () => {
    const two = state([paused, { ...paused, user: 'Bea' }, ready]);
    expect(viewOf(two, 'darwin').title).toBe('2');
    expect(viewOf(state([paused]), 'darwin').title).toBe('');
    expect(viewOf(two, 'win32')).not.toHaveProperty('title');
  });

  it('speaks Spanish', () => {
    const view = trayView(state([inCall, paused]), { t: words.in('es'), nowMs, platform: 'linux' });
    expect(view.tooltip).toBe('1 en llamada · Ana en pausa ≥ 12:40');
    expect(labels(view.menu)).toContain('Salir de Croco Tray');
  });
});

describe('the tray while it does not monitor', () => {
  const failing: Health = { kind: 'failing', problem: { kind: 'timeout' }, sinceMs: 0, retryAtMs: 0 };
  const stopped: Health = { kind: 'stopped', problem: { kind: 'wrong-credentials' } };
  const unknown = anAgent('zoe', noLiveState, { phase: 'unknown', since: null });
  const waiting = anAgent('zoe', noLiveState, { phase: 'waiting', since: null });
  const stale = { ...dead, staleSinceMs: nowMs - 80_000 };

  it.each<[string, WatchedState, string]>([
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
    ['it was refused', state([], { health: stopped }), 'the dialler refused the API user or password'],
    [
      'it was refused and paused',
      state([], { health: stopped, isWatchPaused: true }),
      'the dialler refused the API user or password',
    ],
  ])('says so when %s', (_name, watched, reason) => {
    const view = viewOf(watched);
    expect(view.mark).toBe('not-monitoring');
    expect(view.tooltip).toBe(`Croco Tray · not monitoring: ${reason}`);
    expect(labels(view.menu)).toContain(`Not monitoring: ${reason}`);
    expect(view.hasRunningTime).toBe(false);
  });

  it.each(problemKinds)('has room for the whole reason in both languages: %s', (kind) => {
    for (const language of languages) {
      const health: Health = { kind: 'stopped', problem: { kind } };
      const said = words.in(language);
      const { tooltip } = trayView(state([], { health }), { t: said, nowMs, platform: 'win32' });
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
    [stopped, false],
    [{ kind: 'paused' }, false],
    [{ kind: 'idle' }, false],
  ])('lets the user refresh when asking again can help: %o', (health, enabled) => {
    const item = viewOf(state([ready], { health })).menu.find(({ id }) => id === 'refresh');
    expect(item?.enabled).toBe(enabled);
  });
});

describe('the menu', () => {
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
      'Refresh now',
      'Pause watching',
      'Settings…',
      '-',
      'Quit Croco Tray',
    ]);
  });

  it('opens the agent of the line', () => {
    const line = viewOf(state([inCall])).menu.find(({ id }) => id === 'agent:luis');
    expect(line?.action).toEqual({ do: 'open-agent', agentUser: 'luis' });
  });

  it('shows eight agents and how many more there are', () => {
    const many = Array.from({ length: 20 }, (_, index) => ({ ...inCall, user: `agent${index}` }));
    const { menu } = viewOf(state(many));
    expect(menu.filter(({ id }) => id.startsWith('agent:'))).toHaveLength(8);
    expect(menu.find(({ id }) => id === 'more')).toMatchObject({
      label: '+12 more',
      action: { do: 'open' },
    });
  });

  it('ticks the pause', () => {
    const pauseOf = (isWatchPaused: boolean) =>
      viewOf(state([ready], { isWatchPaused })).menu.find(({ id }) => id === 'pause');
    expect(pauseOf(true)).toMatchObject({ kind: 'checkbox', checked: true });
    expect(pauseOf(false)).toMatchObject({ kind: 'checkbox', checked: false });
  });

  it('keeps an ampersand from marking an access key', () => {
    const agent = { ...inCall, user: 'R&D' };
    expect(labels(viewOf(state([agent])).menu)).toContain('R&&D — IN CALL 2:10');
  });
});

describe('any floor', () => {
  const digits = fc.stringMatching(/^9[0-9]{9,14}$/);
  const anyAgent = fc
    .record({
      user: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 300 }),
      status: fc.oneof(fc.constantFrom('READY', 'DEAD'), fc.string({ unit: 'grapheme', maxLength: 300 })),
      family: fc.constantFrom(...families),
      phase: fc.constantFrom('known' as const, 'waiting' as const, 'unknown' as const),
      isStale: fc.boolean(),
      hasSince: fc.boolean(),
    })
    .map(({ user, status, family, phase, isStale, hasSince }) => ({
      user,
      phase,
      reading: aReading(status, { family }),
      since: hasSince ? since(61) : null,
      staleSinceMs: isStale ? nowMs - 9000 : null,
      problem: null,
      familySince: null,
      seen: null,
    }));

  it('fits its tooltip into what Windows keeps, with no character halved', () => {
    fc.assert(
      fc.property(
        fc.array(anyAgent, { maxLength: 12 }),
        fc.constantFrom(...languages),
        (agents, language) => {
          const view = trayView(state(agents), { t: words.in(language), nowMs, platform: 'win32' });
          expect(view.tooltip.length).toBeLessThanOrEqual(127);
          expect(view.tooltip).not.toBe('');
          expect(view.tooltip.isWellFormed()).toBe(true);
        },
      ),
    );
  });

  it('has one item per id and no line without words', () => {
    fc.assert(
      fc.property(fc.array(anyAgent, { maxLength: 12 }), (agents) => {
        const { menu } = viewOf(state(agents));
        expect(new Set(menu.map(({ id }) => id)).size).toBe(menu.length);
        expect(menu.every(({ kind, label }) => kind === 'separator' || label !== '')).toBe(true);
      }),
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
