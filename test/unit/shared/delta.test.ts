import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findAgent } from '../../../src/shared/agent-places.ts';
import type { AgentView, AppView } from '../../../src/shared/app-view.ts';
import { applyDelta, diffViews } from '../../../src/shared/delta.ts';
import { families } from '../../../src/shared/family.ts';
import type { Health } from '../../../src/shared/health.ts';
import { problemKinds } from '../../../src/shared/problem.ts';
import { severities } from '../../../src/shared/rules.ts';
import { defaultSettings, languages, themes } from '../../../src/shared/settings.ts';
import { tellEvents } from '../../../src/shared/tell-when.ts';

const text = fc.string({ maxLength: 3 });
const instant = fc.nat(3);

/** Few users and few values, so that two views often have the same of them. */
const agent: fc.Arbitrary<AgentView> = fc.record({
  user: fc.constantFrom('ana', 'Ana', 'ben', 'cleo', '__proto__', 'constructor'),
  phase: fc.constantFrom('waiting', 'known', 'unknown'),
  status: text,
  family: fc.constantFrom(...families),
  label: text,
  severity: fc.option(fc.constantFrom(...severities)),
  limitMs: fc.option(instant),
  isMuted: fc.boolean(),
  tellWhens: fc.subarray([...tellEvents]),
  since: fc.option(fc.record({ atMs: instant, atLeast: fc.boolean() })),
  staleSinceMs: fc.option(instant),
  problem: fc.option(fc.constantFrom(...problemKinds)),
  campaignId: text,
  campaignName: text,
  callType: text,
  maskedInCallWith: text,
  maskedCallerId: text,
  leadId: text,
  vendorLeadCode: text,
  confExten: text,
  serverIp: text,
  colour: text,
});

const health: fc.Arbitrary<Health> = fc.oneof(
  fc.constant<Health>({ kind: 'idle' }),
  fc.record({ kind: fc.constant('ok' as const), sinceMs: instant }),
  fc.record({
    kind: fc.constant('failing' as const),
    problem: fc.oneof(
      fc.record({ kind: fc.constantFrom(...problemKinds) }),
      fc.record({ kind: fc.constantFrom(...problemKinds), detail: text }),
    ),
    sinceMs: instant,
    retryAtMs: instant,
  }),
);

/** Enough that four preferences differ from view to view. */
const unchanged = Object.fromEntries(
  Object.entries(defaultSettings).map(([name, value]) => [name, fc.constant(value)]),
) as { readonly [K in keyof typeof defaultSettings]: fc.Arbitrary<(typeof defaultSettings)[K]> };

const view: fc.Arbitrary<AppView> = fc.record({
  revision: fc.nat(),
  nowMs: fc.nat(),
  account: fc.option(
    fc.record({
      id: text,
      host: text,
      baseUrl: text,
      apiUser: text,
      method: fc.constantFrom('post', 'get'),
      format: fc.constantFrom('json', 'xml'),
      isDemo: fc.boolean(),
    }),
  ),
  health,
  secret: fc.constantFrom({ kind: 'none' }, { kind: 'session', reason: 'missing' }),
  watch: fc.record({
    isPaused: fc.boolean(),
    intervalMs: instant,
    effectiveIntervalMs: instant,
    slowestIntervalMs: instant,
    boundMs: instant,
    slowedBy: fc.constant(null),
  }),
  preferences: fc.record({
    ...unchanged,
    intervalMs: instant,
    notify: fc.constant(defaultSettings.notify),
    theme: fc.constantFrom(...themes),
    language: fc.option(fc.constantFrom(...languages)),
  }),
  language: fc.constantFrom(...languages),
  route: fc.record({
    seq: instant,
    screen: fc.constantFrom('agents', 'settings', 'inbox'),
    agentUser: fc.option(text),
  }),
  notices: fc.array(
    fc.constantFrom({ kind: 'settings-not-saved' }, { kind: 'settings-broken', keptAs: 'x' }),
  ),
  floorTotals: fc.option(
    fc.record({
      live: fc.option(instant),
      paused: fc.option(instant),
      ready: fc.option(instant),
      inCall: fc.option(instant),
    }),
  ),
  drift: fc.array(fc.record({ kind: fc.constantFrom('inactive', 'missing'), agentUser: text })),
  agents: fc.uniqueArray(agent, { selector: ({ user }) => user }),
  appVersion: text,
  alerts: fc.record({ unread: instant, inboxRevision: instant, mutedUntilMs: fc.option(instant) }),
  platform: fc.constantFrom('linux', 'darwin', 'win32'),
});

const someView = (): AppView => {
  const [sample] = fc.sample(view, { numRuns: 1, seed: 7 });
  if (sample === undefined) throw new Error('No sample');
  return sample;
};

const ana: AgentView = {
  user: 'ana',
  phase: 'known',
  status: 'READY',
  family: 'ready',
  label: '',
  severity: null,
  limitMs: null,
  isMuted: false,
  tellWhens: [],
  since: { atMs: 1, atLeast: true },
  staleSinceMs: null,
  problem: null,
  campaignId: '',
  campaignName: '',
  callType: '',
  maskedInCallWith: '',
  maskedCallerId: '',
  leadId: '',
  vendorLeadCode: '',
  confExten: '',
  serverIp: '',
  colour: '',
};
const ben: AgentView = { ...ana, user: 'ben' };

test('a view brought up to date by a delta is the new view', () => {
  fc.assert(
    fc.property(view, view, (before, after) => {
      const delta = diffViews(before, after);
      fc.pre(delta !== null);
      // As it arrives on the other side of the bridge.
      expect(applyDelta(before, structuredClone(delta))).toEqual(after);
    }),
  );
});

test('nothing is worth telling exactly when only revision and clock differ', () => {
  fc.assert(
    fc.property(view, fc.nat(), fc.nat(), text, (before, revision, nowMs, appVersion) => {
      expect(diffViews(before, { ...structuredClone(before), revision, nowMs })).toBeNull();
      const delta = diffViews(before, { ...before, revision, nowMs, appVersion });
      expect(delta === null).toBe(appVersion === before.appVersion);
    }),
  );
});

test('a delta made for another revision is refused', () => {
  fc.assert(
    fc.property(view, view, view, (before, after, mirror) => {
      const delta = diffViews(before, after);
      fc.pre(delta !== null && mirror.revision !== before.revision);
      expect(applyDelta(mirror, delta)).toBeNull();
    }),
  );
});

test('only what changed of only those agents who changed is sent', () => {
  const before = { ...someView(), revision: 4, nowMs: 10, agents: [ana, ben] };
  const after = { ...before, revision: 5, nowMs: 20, agents: [ana, { ...ben, status: 'PAUSED' }] };
  expect(diffViews(before, after)).toEqual({
    from: 4,
    to: 5,
    nowMs: 20,
    shared: {},
    agents: [{ user: 'ben', status: 'PAUSED' }],
  });
});

test('of who did not change nothing but the name is read', () => {
  const unread = new Proxy(ana, {
    get: (agent, name) => (name === 'user' ? agent.user : expect.unreachable(`${String(name)} was read`)),
    ownKeys: () => expect.unreachable('The fields were listed'),
  });
  const before = { ...someView(), agents: [unread, ben] };
  const paused = { ...ben, status: 'PAUSED' };
  const changed = diffViews(before, { ...before, agents: [unread, paused] });
  expect(changed?.agents).toEqual([{ user: 'ben', status: 'PAUSED' }]);
  expect(diffViews(before, { ...before, agents: [paused, unread] })?.agents).toEqual(changed?.agents);
});

test('an agent who comes is sent whole, one who goes only leaves the order', () => {
  const before = { ...someView(), agents: [ana] };
  const after = { ...before, agents: [ben] };
  expect(diffViews(before, after)).toMatchObject({ shared: {}, agents: [ben], order: ['ben'] });
  expect(diffViews(after, { ...after, agents: [] })).toMatchObject({ agents: [], order: [] });
});

test('who did not change stays the same object, and with nobody changed the list does', () => {
  const before = { ...someView(), revision: 4, agents: [ana, ben] };
  const calm = applyDelta(before, { from: 4, to: 5, nowMs: 20, shared: { language: 'es' }, agents: [] });
  expect(calm?.agents).toBe(before.agents);
  const patch = { user: 'ben', status: 'PAUSED' };
  const changed = applyDelta(before, { from: 4, to: 5, nowMs: 20, shared: {}, agents: [patch] });
  expect(changed?.agents).toEqual([ana, { ...ben, status: 'PAUSED' }]);
  expect(changed?.agents[0]).toBe(ana);
  expect(before.agents).toEqual([ana, ben]);
});

test('one after another, deltas find everybody where they are, whoever comes and goes between', () => {
  fc.assert(
    fc.property(fc.array(view, { minLength: 2, maxLength: 5 }), ([first, ...later]) => {
      let mirror = first;
      let main = first;
      for (const next of later) {
        const delta = main === undefined ? null : diffViews(main, next);
        if (mirror === undefined || delta === null) continue;
        mirror = applyDelta(mirror, structuredClone(delta)) ?? undefined;
        main = next;
        expect(mirror).toEqual(next);
        for (const agent of next.agents) expect(findAgent(mirror?.agents ?? [], agent.user)).toEqual(agent);
      }
      expect(findAgent(mirror?.agents ?? [], null)).toBeUndefined();
      expect(findAgent(mirror?.agents ?? [], 'nobody')).toBeUndefined();
    }),
  );
});
