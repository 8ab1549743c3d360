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
import { anAgent, aView } from '../../fakes/a-view.ts';

const text = fc.string({ maxLength: 3 });
const instant = fc.nat(3);

/** Few users and few values, so that two views often have the same of them. */
const agent: fc.Arbitrary<AgentView> = fc
  .record({
    user: fc.constantFrom('ana', 'Ana', 'ben', 'cleo', '__proto__', 'constructor'),
    status: text,
    family: fc.constantFrom(...families),
    severity: fc.option(fc.constantFrom(...severities)),
    isMuted: fc.boolean(),
    tellWhens: fc.subarray([...tellEvents]),
    since: fc.option(fc.record({ atMs: instant, atLeast: fc.boolean() })),
  })
  .map(anAgent);

const health: fc.Arbitrary<Health> = fc.oneof(
  fc.constant<Health>({ kind: 'idle' }),
  fc.record({ kind: fc.constant('ok' as const), sinceMs: instant }),
  fc.record({
    kind: fc.constant('failing' as const),
    problem: fc.record({ kind: fc.constantFrom(...problemKinds), detail: text }, { requiredKeys: ['kind'] }),
    sinceMs: instant,
    retryAtMs: instant,
  }),
);

const view: fc.Arbitrary<AppView> = fc
  .record({
    revision: fc.nat(),
    nowMs: fc.nat(),
    account: fc.constantFrom(null, aView().account),
    health,
    preferences: fc.record({ theme: fc.constantFrom(...themes), intervalMs: instant }).map((part) => ({
      ...defaultSettings,
      ...part,
    })),
    language: fc.constantFrom(...languages),
    notices: fc.array(
      fc.constantFrom({ kind: 'settings-not-saved' }, { kind: 'settings-broken', keptAs: 'x' }),
    ),
    drift: fc.array(fc.record({ kind: fc.constantFrom('inactive', 'missing'), agentUser: text })),
    agents: fc.uniqueArray(agent, { selector: ({ user }) => user }),
    appVersion: text,
  })
  .map(aView);

const ana = anAgent({ user: 'ana' });
const ben = anAgent({ user: 'ben' });

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
  const before = { ...aView(), revision: 4, nowMs: 10, agents: [ana, ben] };
  const after = { ...before, revision: 5, nowMs: 20, agents: [ana, { ...ben, status: 'PAUSED' }] };
  expect(diffViews(before, after)).toEqual({
    from: 4,
    to: 5,
    nowMs: 20,
    shared: {},
    agents: [{ user: 'ben', status: 'PAUSED' }],
  });
});

test('an agent who comes is sent whole, one who goes only leaves the order', () => {
  const before = { ...aView(), agents: [ana] };
  const after = { ...before, agents: [ben] };
  expect(diffViews(before, after)).toMatchObject({ shared: {}, agents: [ben], order: ['ben'] });
  expect(diffViews(after, { ...after, agents: [] })).toMatchObject({ agents: [], order: [] });
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
