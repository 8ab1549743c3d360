import { afterEach, expect, test, vi } from 'vitest';
import { createMirror } from '../../../src/renderer/mirror.ts';
import { diffViews } from '../../../src/shared/delta.ts';
import { fail, succeed } from '../../../src/shared/result.ts';
import { anAgent, aView, createFakeCroco } from './fake-croco.ts';

const view = aView({ revision: 5, agents: [anAgent({ user: 'ana' }), anAgent({ user: 'luis' })] });
const stops: (() => void)[] = [];

function startMirror(fake = createFakeCroco(view)) {
  const mirror = createMirror({ api: fake.api, document });
  stops.push(mirror.start());
  const urgencies = () => fake.asked.filter(([name]) => name === 'getState').length;
  return { fake, mirror, urgencies, current: () => mirror.store.getState().view };
}

/** Lets every promise that can settle do so. */
const settled = () => vi.waitFor(() => Promise.resolve()).then(() => new Promise((done) => setTimeout(done)));

afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

test('listens before it asks, so that nothing is missed in between', async () => {
  const order: string[] = [];
  const fake = createFakeCroco(view);
  const mirror = createMirror({
    api: {
      getState: () => {
        order.push('ask');
        return fake.api.getState();
      },
      onStateChanged: (listener) => {
        order.push('listen');
        return fake.api.onStateChanged(listener);
      },
    },
    document,
  });
  stops.push(mirror.start());
  await settled();
  expect(order).toEqual(['listen', 'ask']);
});

test('takes the first answer, then follows the changes', async () => {
  const { fake, current, urgencies } = startMirror();
  await settled();
  expect(current()).toEqual(view);
  const [ana, luis] = view.agents;
  const next = aView({
    ...view,
    revision: 6,
    agents: [anAgent({ user: 'ana', status: 'IN CALL' }), luis ?? anAgent({ user: 'luis' })],
  });
  fake.push(diffViews(view, next) ?? expect.unreachable('the views differ'));
  expect(current()).toEqual(next);
  expect(current()?.agents[0]).not.toBe(ana);
  expect(current()?.agents[1]).toBe(luis);
  expect(urgencies()).toBe(1);
});

test('a gap in the revisions makes it ask for everything again', async () => {
  const { fake, current, urgencies } = startMirror();
  await settled();
  fake.view = { ...view, revision: 9, language: 'es' };
  fake.push({ from: 8, to: 9, nowMs: 0, shared: {}, agents: [] });
  await settled();
  expect(current()).toMatchObject({ revision: 9, language: 'es' });
  expect(urgencies()).toBe(2);
});

test('a change that overtakes the first answer is not lost', async () => {
  let answerFirst: (() => void) | undefined;
  const fake = createFakeCroco(view);
  let isFirst = true;
  const { current } = startMirror({
    ...fake,
    api: {
      ...fake.api,
      getState: () => {
        if (!isFirst) return Promise.resolve(succeed({ ...view, revision: 6, language: 'es' as const }));
        isFirst = false;
        return new Promise((resolve) => {
          answerFirst = () => resolve(succeed(view));
        });
      },
    },
  });
  fake.push({ from: 5, to: 6, nowMs: 0, shared: { language: 'es' }, agents: [] });
  answerFirst?.();
  await settled();
  expect(current()).toMatchObject({ revision: 6, language: 'es' });
});

test('an older answer does not undo newer changes', async () => {
  const { fake, mirror, current } = startMirror();
  await settled();
  fake.push({ from: 5, to: 6, nowMs: 0, shared: { language: 'es' }, agents: [] });
  await mirror.fetchView();
  expect(current()).toMatchObject({ revision: 6, language: 'es' });
});

test('asks again whenever the page comes into sight', async () => {
  const { urgencies } = startMirror();
  await settled();
  document.dispatchEvent(new Event('visibilitychange'));
  await settled();
  expect(urgencies()).toBe(2);
});

test.each([
  ['refuses', () => Promise.resolve(fail({ kind: 'internal' } as const))],
  ['breaks', () => Promise.reject(new Error('gone'))],
])('says so when main %s, and recovers with the next answer', async (_how, getState) => {
  const fake = createFakeCroco(view);
  let isBroken = true;
  const { mirror, current } = startMirror({
    ...fake,
    api: { ...fake.api, getState: () => (isBroken ? getState() : fake.api.getState()) },
  });
  await settled();
  expect(mirror.store.getState()).toEqual({ view: null, isUnreachable: true });
  isBroken = false;
  await mirror.fetchView();
  expect(current()).toEqual(view);
  expect(mirror.store.getState().isUnreachable).toBe(false);
});

test('hears nothing once stopped', async () => {
  const { fake, current, urgencies } = startMirror();
  await settled();
  stops.splice(0).forEach((stop) => {
    stop();
  });
  expect(fake.listenerCount()).toBe(0);
  document.dispatchEvent(new Event('visibilitychange'));
  await settled();
  expect(urgencies()).toBe(1);
  expect(current()).toEqual(view);
});
