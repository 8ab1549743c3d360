/** `npm start` waits for one of these lines: an app that says neither hangs. */
export const readyLine = 'Croco Tray is running.';
export const failedLine = 'Croco Tray could not start, and says why in a box of its own.';

export function tellStarter(line: typeof readyLine | typeof failedLine): void {
  if (process.env['CROCO_TELL_STARTER'] !== undefined) process.stdout.write(`${line}\n`);
}
