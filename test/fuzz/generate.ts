import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRandom, integer, type Random } from '../../src/simulator/random.ts';

const folder = join(import.meta.dirname, '../fixtures/replies');

/** What a dialler, and whatever stands before it, really sent. */
const real = readdirSync(folder).map((name) => readFileSync(join(folder, name)));

const tokens = [
  ...['"', '{', '}', '[', ']', ':', ',', '\\', '<', '>', '&', ';', '\0', '\n', '\ufeff', '\u202e', '\u200b'],
  ...[
    'null',
    'true',
    '1e999',
    '-0',
    '"__proto__":{"x":1}',
    '"result":"success"',
    '"status":"READY"',
    '{"',
    '}}',
  ],
  ...[
    '<![CDATA[',
    ']]>',
    '<?xml version="1.0"?>',
    '<goautodialapi',
    '</data>',
    '<!DOCTYPE x>',
    '&#0;',
    '&amp;',
  ],
  ...['result=error;', 'Warning: ', '<br />', '<html>', 'ñ', '\ud800', '😀'],
].map((token) => Buffer.from(token, 'utf8'));

const mutations: readonly ((bytes: Buffer, random: Random) => Buffer)[] = [
  (bytes, random) => bytes.subarray(0, integer(random, 0, bytes.length)),
  (bytes, random) => bytes.subarray(integer(random, 0, bytes.length)),
  (bytes, random) => splice(bytes, random, pick(random, tokens)),
  (bytes, random) => splice(bytes, random, Buffer.from([integer(random, 0, 255)])),
  (bytes, random) => {
    const from = integer(random, 0, bytes.length);
    return splice(bytes, random, bytes.subarray(from, from + integer(random, 1, 200)));
  },
  (bytes, random) => Buffer.concat([bytes, pick(random, real)]),
  (bytes, random) =>
    splice(
      bytes,
      random,
      Buffer.from(pick(random, ['[', '{"a":', '<a>', '(', '{ "']).repeat(integer(random, 1, 3_000))),
    ),
  (bytes, random) => splice(bytes, random, Buffer.alloc(integer(random, 1, 5_000), 0x41)),
  (bytes) => Buffer.from(bytes.toString('utf8'), 'latin1'),
  (bytes) => Buffer.from(bytes.toString('utf8'), 'utf16le'),
];

function pick<T>(random: Random, choices: readonly T[]): T {
  const choice = choices[integer(random, 0, choices.length - 1)];
  if (choice === undefined) throw new Error('There is nothing to choose from.');
  return choice;
}

function splice(bytes: Buffer, random: Random, added: Uint8Array): Buffer {
  const at = integer(random, 0, bytes.length);
  const removed = random() < 0.5 ? 0 : integer(random, 0, 20);
  return Buffer.concat([bytes.subarray(0, at), added, bytes.subarray(at + removed)]);
}

/** Replies without end: a real one, changed a few times. The same seed gives the same ones. */
export function* mutatedReplies(seed: number): Generator<Buffer, never> {
  const random = createRandom(seed);
  for (;;) {
    let bytes: Buffer = pick(random, real);
    for (let left = integer(random, 0, 4); left > 0; left -= 1)
      bytes = pick(random, mutations)(bytes, random);
    yield bytes;
  }
}
