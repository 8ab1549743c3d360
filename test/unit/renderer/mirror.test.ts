import { afterEach, describe, expect, test } from 'vitest';
import { createMirror } from '../../../src/renderer/mirror.ts';
import type { AppView } from '../../../src/shared/app-view.ts';
import type { CrocoApi } from '../../../src/shared/bridge.ts';
import { type AppDelta, diffViews } from '../../../src/shared/delta.ts';
import { fail, succeed } from '../../../src/shared/result.ts';
import { anAgent, aView } from '../../fakes/a-view.ts';
import { createFakeCroco } from './fake-croco.ts';

const view = aView({ revision: 5, agents: [anAgent({ user: 'ana' }), anAgent({ user: 'luis' })] });
const inSpanish: AppDelta = { from: 5, to: 6, nowMs: 0, shared: { language: 'es' }, agents: [] };
const stops: (() => void)[] = [];

/** Lets every promise that can settle do so. */
const settled = () => new Promise((done) => setTimeout(done));

async function startMirror(answers: Partial<CrocoApi> = {}) {
  const fake = createFakeCroco(view, answers);
  const mirror = createMirror(fake.api);
  stops.push(mirror.start());
  await settled();
  return {
    fake,
    mirror,
    current: () => mirror.store.getState().view,
    fetches: () => fake.asked.filter(([name]) => name === 'getState').length,
    mainHas: (part: Partial<AppView>) => {
      fake.view = { ...view, ...part };
    },
  };
}

afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

test('takes the first answer, then follows the changes', async () => {
  const { fake, current, fetches } = await startMirror();
  expect(current()).toEqual(view);
  const [, luis = anAgent({ user: 'luis' })] = view.agents;
  const next = { ...view, revision: 6, agents: [anAgent({ user: 'ana', status: 'IN CALL' }), luis] };
  fake.push(diffViews(view, next) ?? expect.unreachable('the views differ'));
  expect(current()).toEqual(next);
  expect(current()?.agents[1]).toBe(luis);
  expect(fetches()).toBe(1);
});

test('a gap in the revisions makes it ask for everything again', async () => {
  const { fake, current, fetches, mainHas } = await startMirror();
  mainHas({ revision: 9, language: 'es' });
  fake.push({ ...inSpanish, from: 8, to: 9, shared: {} });
  await settled();
  expect(current()).toEqual(fake.view);
  expect(fetches()).toBe(2);
});

test('a change that overtakes the first answer is not lost', async () => {
  const first = Promise.withResolvers<void>();
  const answers = [first.promise.then(() => succeed(view))];
  const newer = { ...view, revision: 6, language: 'es' } as const;
  const { fake, current } = await startMirror({
    getState: () => answers.shift() ?? Promise.resolve(succeed(newer)),
  });
  fake.push(inSpanish);
  first.resolve();
  await settled();
  expect(current()).toEqual(newer);
});

test('an older answer does not undo newer changes', async () => {
  const { fake, mirror, current } = await startMirror();
  fake.push(inSpanish);
  await mirror.catchUp();
  expect(current()).toMatchObject({ revision: 6, language: 'es' });
});

test.each<[string, AppDelta, AppView]>([
  ['with nothing in it but the time', { ...inSpanish, to: 5, nowMs: 99, shared: {} }, { ...view, nowMs: 99 }],
  ['that everything here is newer than', { ...inSpanish, from: 3, to: 5 }, view],
])('a push %s asks for nothing', async (_what, delta, expected) => {
  const { fake, current, fetches } = await startMirror();
  fake.push(delta);
  await settled();
  expect(current()).toEqual(expected);
  expect(fetches()).toBe(1);
});

describe('catching up', () => {
  /** Main's answer comes when it is told to. */
  async function catchUpWith(answer: AppDelta | null) {
    const asked: number[] = [];
    const answered = Promise.withResolvers<void>();
    const mirrored = await startMirror({
      getChangesSince: async ({ revision }) => {
        asked.push(revision);
        await answered.promise;
        return succeed(answer);
      },
    });
    const caughtUp = mirrored.mirror.catchUp();
    const settle = () => {
      answered.resolve();
      return caughtUp;
    };
    return { ...mirrored, asked, settle };
  }

  test('is one delta to a mirror in step', async () => {
    const { settle, current, asked, fetches } = await catchUpWith(inSpanish);
    await settle();
    expect(current()).toEqual({ ...view, revision: 6, nowMs: 0, language: 'es' });
    expect({ asked, fetches: fetches() }).toEqual({ asked: [5], fetches: 1 });
  });

  test('is everything to one that lost count', async () => {
    const { fake, settle, current, mainHas } = await catchUpWith(null);
    mainHas({ revision: 9, language: 'es' });
    await settle();
    expect(current()).toEqual(fake.view);
  });

  test('waits for what a push told of that overtook the answer', async () => {
    const { fake, settle, current, mainHas } = await catchUpWith(inSpanish);
    mainHas({ revision: 7, language: 'es', appVersion: '2' });
    fake.push({ ...inSpanish, from: 6, to: 7, shared: { appVersion: '2' } });
    await settle();
    expect(current()).toEqual(fake.view);
  });
});

test.each([
  ['refuses', () => Promise.resolve(fail({ kind: 'internal' } as const))],
  ['breaks', () => Promise.reject(new Error('gone'))],
])('says so when main %s, and recovers with the next answer', async (_how, getState) => {
  let isBroken = true;
  const { mirror } = await startMirror({
    getState: () => (isBroken ? getState() : Promise.resolve(succeed(view))),
  });
  expect(mirror.store.getState()).toEqual({ view: null, isUnreachable: true });
  isBroken = false;
  await mirror.catchUp();
  expect(mirror.store.getState()).toEqual({ view, isUnreachable: false });
});
