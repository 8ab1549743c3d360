import { join } from 'node:path';
import { buildWhenNeeded } from './build-when-needed.ts';
import { startApp } from './start-app.ts';

/** `npm start`: builds, chooses the host and says why, and is then nothing but the way to it. */
const root = join(import.meta.dirname, '..');
const hangMs = 20_000;

if (await buildWhenNeeded(root)) await startApp({ root, flags: process.argv.slice(2), hangMs });
else process.exitCode = 1;
