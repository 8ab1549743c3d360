import type Electron from 'electron';

const mostMs = 3_000;

/**
 * Gives the last writes a moment before the app is gone: the first attempt to quit is held,
 * the work is done or given up, and the second one passes.
 */
export function cleanUpBeforeQuit(
  app: Pick<Electron.App, 'on' | 'quit'>,
  cleanUp: () => Promise<void>,
): void {
  let isClean = false;
  app.on('before-quit', (event) => {
    if (isClean) return;
    event.preventDefault();
    const tooLong = new Promise<void>((resolve) => setTimeout(resolve, mostMs));
    void Promise.race([cleanUp(), tooLong]).finally(() => {
      isClean = true;
      app.quit();
    });
  });
}
