import { join } from 'node:path';
import { buildWhenNeeded } from './build-when-needed.ts';
import { chooseHost, hasDisplay } from './choose-host.ts';
import { createElectronBinary } from './electron-binary.ts';
import { runInPlace } from './run-in-place.ts';

/** `npm start`: builds, chooses the host and says why, and is then nothing but the way to it. */
const root = join(import.meta.dirname, '..');
const flags = process.argv.slice(2);

if (await buildWhenNeeded(root)) {
  const binary = createElectronBinary(root);
  const choice = await chooseHost(
    { isPreviewWanted: flags.includes('--preview'), hasDisplay: hasDisplay(process.platform, process.env) },
    binary.ensure,
  );
  console.log(choice.why);
  const electron = choice.host === 'electron' ? binary.find() : null;
  if (electron === null) runInPlace(process.execPath, [join(root, 'src/preview/main.ts'), ...flags]);
  else runInPlace(electron, [root, ...flags]);
} else process.exitCode = 1;
