import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { measureAlerting } from './alerting.ts';
import { measureMainBundle } from './bundle.ts';
import { measureHeap } from './heap.ts';
import { measurePageChange } from './page-change.ts';
import { measurePolling } from './polling.ts';
import { measurePopover } from './popover.ts';
import { measureSockets } from './sockets.ts';
import { measureStartup } from './startup.ts';
import { type Figures, rowsOf, socketRows, tableOf } from './table.ts';

/** `npm run bench -- --seconds 60 --json --only sockets`: the last line is one JSON object. */
const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    json: { type: 'boolean', default: false },
    only: { type: 'string' },
  },
});
const seconds = Number(values.seconds);
const root = join(import.meta.dirname, '../..');

const say = (what: string): void => {
  if (!values.json) console.error(`Measuring ${what} …`);
};

async function measureAll(): Promise<void> {
  const { status } = spawnSync('npm', ['run', 'build', '--silent'], { cwd: root, stdio: 'ignore' });
  if (status !== 0) throw new Error('The build failed: npm run build says why.');
  say('polls and what they cost');
  const polling = await measurePolling(seconds, 'http');
  const overTls = await measurePolling(seconds, 'https');
  say('notifications and what is pushed');
  const alerting = await measureAlerting(seconds);
  const pageChange = measurePageChange();
  say('polls over six sockets');
  const sockets = await measureSockets(seconds);
  say('ten hours of heap');
  const heap = await measureHeap();
  say('the popover');
  const popover = await measurePopover();
  say('how soon the tray is there');
  const startup = await measureStartup();
  const main = await measureMainBundle();
  tell({ polling, overTls, alerting, pageChange, sockets, heap, popover, main, startup });
}

function tell(figures: Figures): void {
  if (!values.json) console.log(`\n${tableOf(rowsOf(figures))}\n`);
  console.log(JSON.stringify(figures));
}

if (values.only === undefined) await measureAll();
else if (values.only === 'sockets') {
  say('polls over six sockets');
  const sockets = await measureSockets(seconds);
  if (!values.json) console.log(`\n${tableOf(socketRows(sockets))}\n`);
  console.log(JSON.stringify({ sockets }));
} else throw new Error('--only knows one part: sockets.');
