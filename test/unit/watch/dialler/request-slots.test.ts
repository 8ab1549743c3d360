import { expect, test } from 'vitest';
import {
  createRequestSlots,
  mostInFlight,
  type RequestKind,
} from '../../../../src/watch/dialler/request-slots.ts';

/** Requests by name, and which of them have started by now. */
function queue() {
  const slots = createRequestSlots();
  const started: string[] = [];
  const ask = (name: string, kind: RequestKind, signal?: AbortSignal) =>
    slots.take(kind, signal).then((isIts) => {
      started.push(isIts ? name : `${name} gave up`);
    });
  return { slots, started, ask, settle: () => new Promise((resolve) => setImmediate(resolve)) };
}

const polls = (count: number) => Array.from({ length: count }, (_, index) => `poll ${index + 1}`);

test('no more than five are under way, and the next start in the order of asking', async () => {
  const { slots, started, ask, settle } = queue();
  for (const name of polls(8)) void ask(name, 'poll');
  await settle();
  expect(started).toEqual(polls(mostInFlight));
  slots.free('poll');
  slots.free('poll');
  await settle();
  expect(started).toEqual(polls(7));
});

test('two lists that take their time leave three slots to polls', async () => {
  const { slots, started, ask, settle } = queue();
  for (const name of ['list 1', 'list 2', 'list 3']) void ask(name, 'list');
  for (const name of polls(4)) void ask(name, 'poll');
  await settle();
  expect(started).toEqual(['list 1', 'list 2', ...polls(3)]);
  slots.free('poll');
  await settle();
  expect(started).toEqual(['list 1', 'list 2', ...polls(4)]);
  slots.free('list');
  await settle();
  expect(started.at(-1)).toBe('list 3');
});

test('a list waits for no poll that was asked for after it', async () => {
  const { slots, started, ask, settle } = queue();
  for (const name of polls(mostInFlight)) void ask(name, 'poll');
  void ask('list', 'list');
  void ask('late poll', 'poll');
  slots.free('poll');
  await settle();
  expect(started.at(-1)).toBe('list');
});

test('who gives up while waiting leaves the queue, and takes no slot', async () => {
  const { slots, started, ask, settle } = queue();
  for (const name of polls(mostInFlight)) void ask(name, 'poll');
  const caller = new AbortController();
  void ask('impatient', 'poll', caller.signal);
  void ask('next', 'poll');
  caller.abort();
  await settle();
  expect(started.at(-1)).toBe('impatient gave up');
  slots.free('poll');
  await settle();
  expect(started.at(-1)).toBe('next');
  expect(await slots.take('poll', AbortSignal.abort())).toBe(false);
});
