import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { measureMainBundle } from './bundle.ts';
import { measurePolling } from './polling.ts';
import { measurePopover } from './popover.ts';
import { measureStartup } from './startup.ts';

/** `npm run bench -- --seconds 60 --json`: the last line is one JSON object. */
const { values } = parseArgs({
  options: { seconds: { type: 'string', default: '60' }, json: { type: 'boolean', default: false } },
});
const root = join(import.meta.dirname, '../..');
const { status } = spawnSync('npm', ['run', 'build', '--silent'], { cwd: root, stdio: 'ignore' });
if (status !== 0) throw new Error('The build failed: npm run build says why.');

const polling = await measurePolling(Number(values.seconds));
const popover = await measurePopover();
const main = await measureMainBundle();
const startup = await measureStartup();

const kB = (bytes: number) => Math.round(bytes / 1_000);
const rows: readonly (readonly [what: string, figure: string, must: string])[] = [
  ['CPU of a poll, 1,000 agents at 100 a second ÷ a bare fetch loop', String(polling.toBare), '≤ 1.15'],
  ['the same ÷ curl', polling.toCurl === null ? 'no curl here' : String(polling.toCurl), '≤ 0.067'],
  ['most requests in flight', String(polling.mostInFlight), '≤ 8'],
  ['most requests in any second ÷ budget', String(polling.windowToBudget), '≤ 1.05'],
  ['popover with 1,000 agents: opened → rows painted', `${popover.openedMs} ms`, '≤ 200 ms'],
  ['keystroke → filtered list painted', `${popover.keystrokeMs} ms`, '≤ 32 ms'],
  ['applying a delta of 50 agents', `${popover.deltaMs} ms`, '≤ 8 ms'],
  ['DOM nodes', String(popover.domNodes), '≤ 2,000'],
  ['main bundle, all chunks, without the wasm', `${kB(main.allBytes)} kB`, '≤ 1,000 kB'],
  ['what of it is loaded at every start', `${kB(main.entryBytes)} kB`, ''],
  ['start of the process → tray shown, in the preview', `${Math.round(startup.trayMs)} ms`, ''],
];
if (!values.json)
  for (const [what, figure, must] of rows) console.log(`${figure.padStart(12)}  ${must.padEnd(12)}${what}`);
console.log(JSON.stringify({ polling, popover, main, startup }));
