import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { startSmokeTest } from '../../../../src/main/app/smoke.ts';
import type { Handlers } from '../../../../src/main/page/ipc.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

class FakeTray {
  readonly picture: string;
  constructor(picture: string) {
    if (picture === '') throw new Error('Failed to load image');
    this.picture = picture;
  }
}

function setUp() {
  const happened: string[] = [];
  const smoke = startSmokeTest({
    withinS: 60,
    say: (line, done) => {
      happened.push(line);
      done();
    },
    quit: () => happened.push('quit'),
    exit: (code) => happened.push(`exit ${code}`),
  });
  const answers = smoke.watchPage({ getState: () => 'the view' } as unknown as Handlers);
  const Tray = smoke.watchTray(FakeTray);
  return {
    happened,
    smoke,
    makeTray: (picture = 'png') => new Tray(picture),
    askState: () => answers.getState({}),
  };
}

test('passes when tray icon and page are up, in any order, and quits as a user would', () => {
  const first = setUp();
  expect(first.makeTray().picture).toBe('png');
  expect(first.happened).toEqual([]);
  expect(first.askState()).toBe('the view');
  expect(first.happened).toEqual(['Smoke test passed: tray icon and page are up.', 'quit']);

  const second = setUp();
  second.askState();
  second.makeTray();
  second.makeTray();
  expect(second.happened).toEqual(first.happened);
  vi.advanceTimersByTime(120_000);
  expect(second.happened).toEqual(first.happened);
});

test.each([
  ['nothing comes', () => {}, 'tray icon and no page'],
  ['the page asks and no icon comes', ({ askState }: ReturnType<typeof setUp>) => askState(), 'tray icon'],
  [
    'the icon cannot be made',
    ({ askState, makeTray }: ReturnType<typeof setUp>) => {
      askState();
      expect(() => makeTray('')).toThrow('Failed to load image');
    },
    'tray icon',
  ],
  ['no page asks', ({ makeTray }: ReturnType<typeof setUp>) => makeTray(), 'page'],
])('fails in time when %s', (_what, act, missing) => {
  const setting = setUp();
  act(setting);
  vi.advanceTimersByTime(60_000);
  expect(setting.happened).toEqual([`Smoke test failed: within 60 s there was no ${missing}.`, 'exit 1']);
});

test('fails at once for a reason of the app, and only once', () => {
  const { smoke, happened } = setUp();
  smoke.fail('the app already runs with this data folder');
  vi.advanceTimersByTime(60_000);
  expect(happened).toEqual(['Smoke test failed: the app already runs with this data folder.', 'exit 1']);
});
