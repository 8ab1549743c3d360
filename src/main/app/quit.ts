import type Electron from 'electron';
import type { Log } from '../log/log.ts';

const mostMs = 3_000;

/**
 * Gives the last writes a moment before the app is gone: the first attempt to quit is held,
 * the work is done or given up, and the second one passes.
 */
export function cleanUpBeforeQuit(
  app: Pick<Electron.App, 'on' | 'quit'>,
  log: Log,
  cleanUp: () => Promise<void>,
): void {
  let state: 'running' | 'cleaning' | 'clean' = 'running';
  app.on('before-quit', (event) => {
    if (state === 'clean') return;
    event.preventDefault();
    if (state === 'cleaning') return;
    state = 'cleaning';
    const tooLong = new Promise<void>((resolve) => setTimeout(resolve, mostMs));
    const finish = () => {
      state = 'clean';
      app.quit();
    };
    Promise.race([cleanUp(), tooLong]).then(finish, (error: unknown) => {
      log.error('the last writes failed', { error: String(error) });
      finish();
    });
  });
}
