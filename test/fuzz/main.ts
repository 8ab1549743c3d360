import { parseArgs } from 'node:util';
import { fuzzBridge } from './fuzz-bridge.ts';
import { fuzzFiles } from './fuzz-files.ts';
import { fuzzHostile } from './fuzz-hostile.ts';
import { fuzzNumbers } from './fuzz-numbers.ts';
import { fuzzReplies } from './fuzz-replies.ts';
import { fuzzSecrets } from './fuzz-secrets.ts';

/** `npm run fuzz -- --replies 200000 --messages 10000 --calls 2000 --flips 5000 --seed N`; the last line is one JSON object. */
const { values } = parseArgs({
  options: {
    replies: { type: 'string', default: '200000' },
    messages: { type: 'string', default: '10000' },
    calls: { type: 'string', default: '2000' },
    flips: { type: 'string', default: '5000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
});
const seed = Number(values.seed);
console.log(`Seed ${seed}: the same one gives the same replies, messages and flips.`);

const replies = fuzzReplies(Number(values.replies), seed);
console.log(
  `${replies.replies} replies, each as JSON and as XML: ${replies.throws} throws, ` +
    `${replies.strangers} outside the closed set, ${replies.slow} over 50 ms (slowest ${replies.slowestMs} ms).`,
);
const hostile = fuzzHostile();
console.log(
  `${hostile.bodies} bodies made to hold up the app: ${hostile.throws} throws, ${hostile.slow.length} with a step over 50 ms ` +
    `(longest ${hostile.worstMs} ms: ${hostile.worst}).`,
);
const secrets = fuzzSecrets(200, seed);
console.log(
  `${secrets.passwords} passwords, each repeated in ${secrets.spellings} spellings in a success and in errors: ` +
    `${secrets.shown} shown${secrets.shown > 0 ? `, such as ${secrets.example}` : ''}.`,
);
const bridge = await fuzzBridge(Number(values.messages), seed);
console.log(
  `${bridge.messages} bad messages: ${bridge.accepted} accepted, ${bridge.crashes} not answered as refused; ` +
    `${bridge.goodAccepted} of ${bridge.goodSent} good ones accepted.`,
);
const { leaks, ...numbers } = fuzzNumbers(Number(values.calls), seed);
console.log(
  `${numbers.spellings} spellings of a number with ${numbers.separators} separators in ${numbers.scripts} scripts, ` +
    `each masked, and ${numbers.calls} calls looked for in page, tray, inbox, settings, problems and log: ` +
    `${leaks.length} leaks.`,
);
for (const leak of leaks.slice(0, 20)) console.log(`  ${leak}`);
const files = await fuzzFiles(Number(values.flips), seed);
console.log(
  `${files.flips} single bits flipped in settings.json and inbox.json: ${files.silentLosses} silent losses. ` +
    Object.entries(files.outcomes)
      .map(([outcome, count]) => `${outcome} ${count}`)
      .join(', '),
);
const isGood =
  hostile.throws + hostile.slow.length + secrets.shown === 0 &&
  replies.throws + replies.strangers + replies.slow + bridge.accepted + bridge.crashes + leaks.length === 0 &&
  bridge.strangersAnswered === 0 &&
  files.silentLosses === 0 &&
  bridge.goodAccepted === bridge.goodSent;
console.log(
  JSON.stringify({
    seed,
    isGood,
    replies,
    hostile,
    secrets,
    bridge,
    numbers: { ...numbers, leaks: leaks.length },
    files,
  }),
);
process.exitCode = isGood ? 0 : 1;
