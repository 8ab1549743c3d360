import { join } from 'node:path';
import { obstacleAfter } from './electron/after-start.ts';
import { sentenceOf } from './electron/obstacle.ts';
import { runElectron } from './electron/run-electron.ts';
import { findHost } from './find-host.ts';
import { exitCodeOf, runInPlace } from './run-in-place.ts';

export interface StartParts {
  readonly root: string;
  readonly flags: readonly string[];
  /** How long Electron may say nothing. */
  readonly hangMs: number;
}

/** Runs the app where it can run. Electron that does not start leads to the preview and never to a crash. */
export async function startApp({ root, flags, hangMs }: StartParts): Promise<void> {
  const found = await findHost(root, flags);
  console.log(found.why);
  if (found.host === 'electron') {
    const { executable } = found.machine;
    const ending = await runElectron({ executable, args: [root, ...flags], hangMs });
    const obstacle = obstacleAfter(ending, found.machine);
    if (obstacle === null) process.exit(exitCodeOf(ending.code, ending.signal));
    console.log(sentenceOf(obstacle));
  }
  runInPlace(process.execPath, [join(root, 'src/preview/main.ts'), ...flags]);
}
