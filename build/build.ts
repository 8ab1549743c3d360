import { join } from 'node:path';
import { runBuild } from './run-build.ts';

/** `npm run build`. */
process.exitCode = (await runBuild(join(import.meta.dirname, '..'))) ? 0 : 1;
