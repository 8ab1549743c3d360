import type { Handlers } from '../page/ipc.ts';

export interface SmokeParts {
  readonly withinS: number;
  /** `done` once it is written: the process may be gone a moment later. */
  readonly say: (line: string, done: () => void) => void;
  /** As a user would, so that quitting is tried, too. */
  readonly quit: () => void;
  readonly exit: (code: number) => void;
}

export type SmokeTest = ReturnType<typeof startSmokeTest>;

/** `--smoke`: whether what was just built or installed comes up at all. Ends the app with 0 or 1 by itself. */
export function startSmokeTest({ withinS, say, quit, exit }: SmokeParts) {
  const missing = new Set(['tray icon', 'page']);
  const timer = setTimeout(
    () => fail(`within ${withinS} s there was no ${[...missing].join(' and no ')}`),
    withinS * 1_000,
  );

  function fail(why: string): void {
    clearTimeout(timer);
    say(`Smoke test failed: ${why}.`, () => exit(1));
  }

  function isUp(part: string): void {
    if (!missing.delete(part) || missing.size > 0) return;
    clearTimeout(timer);
    say('Smoke test passed: tray icon and page are up.', quit);
  }

  return {
    fail,
    /** The same class, whose icons count as up once they are made. */
    watchTray: <T extends abstract new (...words: never[]) => object>(Tray: T): T =>
      new Proxy(Tray, {
        construct: (made, words) => {
          const tray: object = Reflect.construct(made, words);
          isUp('tray icon');
          return tray;
        },
      }),
    /** A page that asks for what it shows has loaded, runs its script, and reaches us. */
    watchPage: (answers: Handlers): Handlers => ({
      ...answers,
      getState: (argument) => {
        isUp('page');
        return answers.getState(argument);
      },
    }),
  };
}
