import { join } from 'node:path';
import { startDevPreview } from './dev-preview.ts';
import { findHost } from './find-host.ts';
import { runInPlace } from './run-in-place.ts';

/** `npm run dev`: Electron where it is, or else the preview, with everything that is edited in it at once. */
const root = join(import.meta.dirname, '..');
const flags = process.argv.slice(2);

const { host, why } = await findHost(root, flags);
console.log(why);
if (host === 'electron') {
  const electronVite = join(root, 'node_modules/electron-vite/bin/electron-vite.js');
  runInPlace(process.execPath, [electronVite, 'dev', '--', ...flags]);
} else {
  const { promise: isOver, resolve: end } = Promise.withResolvers<void>();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => end());
  const dev = await startDevPreview({ root, flags, say: console.log, onQuit: end });
  await isOver;
  await dev.stop();
  process.exit();
}
