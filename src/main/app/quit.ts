import type Electron from 'electron';
import type { Log } from '../log/log.ts';

const mostMs = 3_000;

export interface QuitParts {
  readonly app: Pick<Electron.App, 'on' | 'quit'>;
  readonly log: Log;
  /** Stops everything and settles when nothing is left to write. */
  readonly cleanUp: () => Promise<void>;
  /** Writes what is not written yet; the app goes on. */
  readonly flush: () => Promise<void>;
}

export interface Quitting {
  /** The user's session is about to end: from now on nothing holds a quit, or macOS gives up the logout. */
  readonly sessionEnds: () => void;
}

/**
 * Gives the last writes a moment before the app is gone: the first attempt to quit is held,
 * the work is done or given up, and the second one passes.
 */
export function cleanUpBeforeQuit({ app, log, cleanUp, flush }: QuitParts): Quitting {
  let state: 'running' | 'cleaning' | 'clean' | 'session-ends' = 'running';
  const logFailure = (error: unknown) => log.error('the last writes failed', { error: String(error) });
  app.on('before-quit', (event) => {
    if (state === 'session-ends') void flush().catch(logFailure);
    if (state === 'session-ends' || state === 'clean') return;
    event.preventDefault();
    if (state === 'cleaning') return;
    state = 'cleaning';
    const tooLong = new Promise<void>((resolve) => setTimeout(resolve, mostMs));
    const finish = () => {
      state = 'clean';
      app.quit();
    };
    Promise.race([cleanUp(), tooLong]).then(finish, (error: unknown) => {
      logFailure(error);
      finish();
    });
  });
  return {
    sessionEnds: () => {
      if (state === 'running') state = 'session-ends';
      void flush().catch(logFailure);
    },
  };
}
