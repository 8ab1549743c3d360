import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { measureAlerting } from './alerting.ts';
import { measureMainBundle } from './bundle.ts';
import { measureHeap } from './heap.ts';
import { measurePageChange } from './page-change.ts';
import { measurePolling } from './polling.ts';
import { measurePopover } from './popover.ts';
import { measureStartup } from './startup.ts';
import { type Figures, tableOf } from './table.ts';

/** `npm run bench -- --seconds 60 --json`: the last line is one JSON object. */
const { values } = parseArgs({
  options: { seconds: { type: 'string', default: '60' }, json: { type: 'boolean', default: false } },
});
const seconds = Number(values.seconds);
const root = join(import.meta.dirname, '../..');
const { status } = spawnSync('npm', ['run', 'build', '--silent'], { cwd: root, stdio: 'ignore' });
if (status !== 0) throw new Error('The build failed: npm run build says why.');

const say = (what: string): void => {
  if (!values.json) console.error(`Measuring ${what} …`);
};
say('polls and what they cost');
const polling = await measurePolling(seconds, 'http');
const overTls = await measurePolling(seconds, 'https');
say('notifications and what is pushed');
const alerting = await measureAlerting(seconds);
const pageChange = measurePageChange();
say('ten hours of heap');
const heap = await measureHeap();
say('the popover');
const popover = await measurePopover();
say('how soon the tray is there');
const startup = await measureStartup();
const figures: Figures = {
  polling,
  overTls,
  alerting,
  pageChange,
  heap,
  popover,
  main: await measureMainBundle(),
  startup,
};
if (!values.json) console.log(`\n${tableOf(figures)}\n`);
console.log(JSON.stringify(figures));
