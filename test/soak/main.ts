import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { textTable } from '../runner/text-table.ts';
import { faultsFound, figuresOf } from './judge-soak.ts';
import { playSoak, type SoakRecord } from './play-soak.ts';

/**
 * `node test/soak/main.ts [--hours 24] [--agents 60] [--seed N] [--interval 15] [--leak]`:
 * the last line is JSON. A leak is planted only to see that it is found.
 */
const options = {
  hours: { type: 'string', default: '24' },
  agents: { type: 'string', default: '60' },
  seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  interval: { type: 'string', default: '15' },
  leak: { type: 'boolean', default: false },
} as const;
const { values } = parseArgs({ options });

if (globalThis.gc === undefined) process.exitCode = runInGoodConditions();
else await soak();

/** In a process of its own: its heap is ours alone, and code that was not used for a while stays in it. */
function runInGoodConditions(): number {
  const flags = ['--expose-gc', '--no-flush-bytecode'];
  return spawnSync(process.execPath, [...flags, ...process.argv.slice(1)], { stdio: 'inherit' }).status ?? 1;
}

async function soak(): Promise<void> {
  const wanted = {
    hours: numberFrom('--hours', values.hours),
    agents: numberFrom('--agents', values.agents),
    seed: numberFrom('--seed', values.seed),
    intervalMs: numberFrom('--interval', values.interval) * 1_000,
    hasFaults: true,
    hasLeak: values.leak,
  };
  console.log(`${wanted.hours} hours, ${wanted.agents} agents, --seed ${wanted.seed}`);
  const startedMs = performance.now();
  const record = await playSoak(wanted);
  const seconds = Math.round((performance.now() - startedMs) / 1_000);
  const found = faultsFound(record);
  print(record);
  for (const fault of found) console.log(`NOT FLAT: ${fault}`);
  console.log(
    found.length === 0 ? `\nFlat, after ${seconds} s.` : `\nSomething is wrong, after ${seconds} s.`,
  );
  const { samples, ...rest } = record;
  const last = samples.at(-1);
  const figures = figuresOf(record);
  console.log(
    JSON.stringify({
      ...wanted,
      seconds,
      figures,
      ...rest,
      last,
      faultsFound: found,
      isGood: found.length === 0,
    }),
  );
  process.exitCode = found.length === 0 ? 0 : 1;
}

function print({ samples, faults, ...counts }: SoakRecord): void {
  const hours = samples.map(({ hour, heapBytes, rssBytes, resources, timers, listeners }) => {
    const all = Object.values(listeners).reduce((sum, count) => sum + count, 0);
    return [hour, megabytes(heapBytes), megabytes(rssBytes), resources, timers, all].map(String);
  });
  const head = ['hour', 'heap MB', 'rss MB', 'handles', 'timers', 'listeners'];
  console.log(`\n${textTable([head, ...hours]).join('\n')}`);
  console.log('\nWhat went wrong, and how often');
  for (const [name, times] of Object.entries(faults).sort())
    console.log(`${String(times).padStart(6)}  ${name}`);
  console.log('\nWhat the app did meanwhile');
  for (const [name, value] of Object.entries(counts)) {
    const count = typeof value === 'number' ? value : value.length;
    console.log(`${String(count).padStart(9)}  ${name}`);
  }
  console.log('\nAfter the warm-up → at the end (at most)');
  for (const { name, warm, end, most } of figuresOf({ samples, faults, ...counts })) {
    const ratio = warm === 0 ? '' : `  ×${(end / warm).toFixed(3)}`;
    console.log(`  ${name}: ${warm} → ${end} (${most})${ratio}`);
  }
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}

function numberFrom(name: string, text: string): number {
  const number = Number(text);
  if (Number.isFinite(number) && number > 0) return number;
  throw new Error(`${name} takes a number above zero.`);
}
