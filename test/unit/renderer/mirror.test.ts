import { afterEach, describe, expect, test, vi } from 'vitest';
import { createMirror } from '../../../src/renderer/mirror.ts';
import { type AppDelta, diffViews } from '../../../src/shared/delta.ts';
import { fail, succeed } from '../../../src/shared/result.ts';
import { anAgent, aView } from '../../fakes/a-view.ts';
import { createFakeCroco } from './fake-croco.ts';

const view = aView({ revision: 5, agents: [anAgent({ user: 'ana' }), anAgent({ user: 'luis' })] });
const stops: (() => void)[] = [];

function startMirror(fake = createFakeCroco(view)) {
  const mirror = createMirror(fake.api);
  stops.push(mirror.start());
  const fetches = () => fake.asked.filter(([name]) => name === 'getState').length;
  return { fake, mirror, fetches, current: () => mirror.store.getState().view };
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
    ...fake.api,
    getState: () => {
      order.push('ask');
      return fake.api.getState();
    },
    onStateChanged: (listener) => {
      order.push('listen');
      return fake.api.onStateChanged(listener);
    },
  });
  stops.push(mirror.start());
  await settled();
  expect(order).toEqual(['listen', 'ask']);
});

test('takes the first answer, then follows the changes', async () => {
  const { fake, current, fetches } = startMirror();
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
  expect(fetches()).toBe(1);
});

test('a gap in the revisions makes it ask for everything again', async () => {
  const { fake, current, fetches } = startMirror();
  await settled();
  fake.view = { ...view, revision: 9, language: 'es' };
  fake.push({ from: 8, to: 9, nowMs: 0, shared: {}, agents: [] });
  await settled();
  expect(current()).toMatchObject({ revision: 9, language: 'es' });
  expect(fetches()).toBe(2);
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
  await mirror.catchUp();
  expect(current()).toMatchObject({ revision: 6, language: 'es' });
});

test('a delta with nothing in it but the time asks for nothing', async () => {
  const { fake, current, fetches } = startMirror();
  await settled();
  fake.push({ from: 5, to: 5, nowMs: 99_000, shared: {}, agents: [] });
  expect(current()).toEqual({ ...view, nowMs: 99_000 });
  expect(current()?.agents).toBe(view.agents);
  expect(fetches()).toBe(1);
});

test('a push that everything here is newer than asks for nothing', async () => {
  const { fake, current, fetches } = startMirror();
  await settled();
  fake.push({ from: 3, to: 5, nowMs: 0, shared: { language: 'es' }, agents: [] });
  await settled();
  expect(current()).toEqual(view);
  expect(fetches()).toBe(1);
});

describe('catching up', () => {
  const edited: AppDelta = { from: 5, to: 6, nowMs: 0, shared: { language: 'es' }, agents: [] };

  /** Main's answer comes when it is told to. */
  async function catchUpWith(answer: AppDelta | null) {
    const fake = createFakeCroco(view);
    const asked: number[] = [];
    const answered = Promise.withResolvers<void>();
    const mirrored = startMirror({
      ...fake,
      api: {
        ...fake.api,
        getChangesSince: async ({ revision }) => {
          asked.push(revision);
          await answered.promise;
          return succeed(answer);
        },
      },
    });
    await settled();
    const caughtUp = mirrored.mirror.catchUp();
    const settle = async () => {
      answered.resolve();
      await caughtUp;
      return { ...mirrored, asked };
    };
    return { ...mirrored, fake, settle };
  }

  test('is one delta to a mirror in step', async () => {
    const { settle } = await catchUpWith(edited);
    const { current, asked, fetches } = await settle();
    expect(current()).toEqual({ ...view, revision: 6, nowMs: 0, language: 'es' });
    expect({ asked, fetches: fetches() }).toEqual({ asked: [5], fetches: 1 });
  });

  test('is everything to one that lost count', async () => {
    const { fake, settle } = await catchUpWith(null);
    fake.view = { ...view, revision: 9, language: 'es' };
    const { current, fetches } = await settle();
    expect(current()).toEqual(fake.view);
    expect(fetches()).toBe(2);
  });

  test('waits for what a push told of that overtook the answer', async () => {
    const { fake, settle } = await catchUpWith(edited);
    fake.view = { ...view, revision: 7, language: 'es', appVersion: '2' };
    fake.push({ from: 6, to: 7, nowMs: 0, shared: { appVersion: '2' }, agents: [] });
    const { current } = await settle();
    expect(current()).toEqual(fake.view);
  });

  test('needs no more when everything was fetched meanwhile', async () => {
    const { fake, settle } = await catchUpWith(edited);
    fake.view = { ...view, revision: 8, language: 'es' };
    fake.push({ from: 7, to: 8, nowMs: 0, shared: {}, agents: [] });
    await settled();
    const { current, fetches } = await settle();
    expect(current()).toEqual(fake.view);
    expect(fetches()).toBe(2);
  });
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
  await mirror.catchUp();
  expect(current()).toEqual(view);
  expect(mirror.store.getState().isUnreachable).toBe(false);
});

test('hears nothing once stopped', async () => {
  const { fake, current, fetches } = startMirror();
  await settled();
  stops.splice(0).forEach((stop) => {
    stop();
  });
  expect(fake.listenerCount()).toBe(0);
  fake.push({ from: 5, to: 6, nowMs: 0, shared: { language: 'es' }, agents: [] });
  expect(fetches()).toBe(1);
  expect(current()).toEqual(view);
});
