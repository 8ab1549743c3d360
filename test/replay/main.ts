import { parseArgs } from 'node:util';
import { isFlawless, type Judgement, judge } from './judge.ts';
import { playShift } from './play-shift.ts';
import { floorOf } from './shift-floor.ts';
import { fullShift } from './shift-plan.ts';
import { trueCallsOf } from './true-calls.ts';

/** `node test/replay/main.ts [--hours 8] [--agents 60] [--seed 1] [--interval 5]`; the last line is JSON. */
const { values } = parseArgs({
  options: {
    hours: { type: 'string', default: '8' },
    agents: { type: 'string', default: '60' },
    seed: { type: 'string', default: '1' },
    interval: { type: 'string', default: '5' },
  },
});
const plan = fullShift({
  hours: numberFrom('--hours', values.hours),
  agentCount: numberFrom('--agents', values.agents),
  seed: numberFrom('--seed', values.seed),
  intervalMs: numberFrom('--interval', values.interval) * 1_000,
});
const calls = trueCallsOf(floorOf(plan), plan);
const startedMs = performance.now();
const judgement = judge(await playShift(plan), calls);
const again = judge(await playShift(plan), calls);
const isSameAgain = judgement.hash === again.hash;
const seconds = Math.round((performance.now() - startedMs) / 1_000);

print(judgement);
console.log(`\nReplayed twice in ${seconds} s: ${isSameAgain ? 'the same alerts' : 'DIFFERENT ALERTS'}`);
console.log(`  ${judgement.hash}\n  ${again.hash}\n`);
const isGood = isFlawless(judgement) && isFlawless(again) && isSameAgain;
console.log(isGood ? 'All is as it should be.' : 'Something is wrong.');
console.log(JSON.stringify({ ...judgement, hashAgain: again.hash, isSameAgain, seconds, isGood }));
process.exitCode = isGood ? 0 : 1;

function print({ figures, byTopic, quietByReason, faults }: Judgement): void {
  for (const [name, table] of Object.entries({
    'The shift': figures,
    'Alerts by what they are about': byTopic,
    'Kept quiet, by reason': quietByReason,
    'Faults, of which there must be none': faults,
  })) {
    console.log(`\n${name}`);
    for (const [key, count] of Object.entries(table)) console.log(`${String(count).padStart(9)}  ${key}`);
  }
}

function numberFrom(name: string, text: string): number {
  const number = Number(text);
  if (Number.isFinite(number) && number > 0) return number;
  throw new Error(`${name} takes a number above zero.`);
}
