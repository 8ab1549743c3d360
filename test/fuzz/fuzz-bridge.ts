import type Electron from 'electron';
import { answerRequests, type Handlers } from '../../src/main/page/ipc.ts';
import { isOurPage } from '../../src/main/page/security.ts';
import type { RequestChannel } from '../../src/shared/bridge.ts';
import { createRandom, integer, pick, type Random } from '../../src/simulator/random.ts';
import { createQuietLog } from '../fakes/quiet-log.ts';
import { goodMessages } from './good-messages.ts';

export interface BridgeFigures {
  readonly messages: number;
  /** Of the good messages that were sent for comparison, those main did. */
  readonly goodAccepted: number;
  readonly goodSent: number;
  readonly accepted: number;
  readonly crashes: number;
  /** Channels that the contract does not have, and main answered all the same. */
  readonly strangersAnswered: number;
}

type Handler = Parameters<Electron.IpcMain['handle']>[1];

const ourFrame = { origin: 'app://bundle', parent: null };
const strangers: readonly [unknown, ...unknown[]] = [
  null,
  { origin: 'https://evil.example', parent: null },
  { origin: 'app://bundle.evil.example', parent: null },
  { origin: 'null', parent: null },
  { origin: 'app://bundle', parent: ourFrame },
  { origin: 'file://', parent: null },
];
const channels = Object.keys(goodMessages) as [RequestChannel, ...RequestChannel[]];

/** Messages that the contract does not allow, and good ones from pages that are not ours. */
export async function fuzzBridge(count: number, seed: number): Promise<BridgeFigures> {
  const random = createRandom(seed);
  const handlers = new Map<string, Handler>();
  let done = 0;
  const answer = () => {
    done += 1;
    return { ok: true, value: null } as const;
  };
  answerRequests(Object.fromEntries(channels.map((channel) => [channel, answer])) as unknown as Handlers, {
    ipcMain: {
      handle: (channel, handler) => void handlers.set(channel, handler),
      removeHandler: (channel) => void handlers.delete(channel),
    },
    isOurPage,
    log: createQuietLog(),
  });
  const send = async (channel: string, frame: unknown, args: readonly unknown[]): Promise<unknown> =>
    handlers.get(channel)?.({ senderFrame: frame } as Electron.IpcMainInvokeEvent, ...args);

  for (const channel of channels) await send(channel, ourFrame, [goodMessages[channel]]);
  const goodAccepted = done;
  done = 0;
  let crashes = 0;
  for (let sent = 0; sent < count; sent += 1) {
    const channel = pick(random, channels);
    const isStranger = random() < 0.2;
    const args = isStranger ? [goodMessages[channel]] : badArguments(goodMessages[channel], random);
    try {
      const reply = await send(channel, isStranger ? pick(random, strangers) : ourFrame, args);
      if (JSON.stringify(reply) !== '{"ok":false,"error":{"kind":"invalid-request"}}') crashes += 1;
    } catch {
      crashes += 1;
    }
  }
  const names = ['toString', '__proto__', 'constructor', 'state:set', 'secrets:get', 'shell:open', ''];
  const strangersAnswered = names.filter((name) => handlers.has(name)).length;
  return {
    messages: count,
    goodAccepted,
    goodSent: channels.length,
    accepted: done,
    crashes,
    strangersAnswered,
  };
}

/** Never what the contract allows: too many or too few, of another type, with a name too many, too large. */
function badArguments(good: object, random: Random): readonly unknown[] {
  const way = integer(random, 0, 5);
  if (way === 0) return [];
  if (way === 1) return [good, good];
  if (way === 2) return [pick(random, junk)];
  if (way === 3) return [withStranger(good, random)];
  const fields = Object.keys(good);
  if (fields.length === 0) return [{ ...good, [pick(random, names)]: pick(random, junk) }];
  const field = fields[integer(random, 0, fields.length - 1)] ?? '';
  if (way === 4) return [without(good, field)];
  return [{ ...good, [field]: pick(random, junk) }];
}

const huge = 'x'.repeat(2_000_000);
const circle: Record<string, unknown> = {};
circle['self'] = circle;

/** Allowed nowhere in the contract, at whatever place. */
const junk: readonly [unknown, ...unknown[]] = [
  undefined,
  Number.NaN,
  -1.5,
  Number.POSITIVE_INFINITY,
  10n,
  huge,
  Symbol.iterator,
  () => true,
  new Date(0),
  new Map([['agentUser', 'ana']]),
  [[[]]],
  [null],
  { length: 1, 0: 'ana' },
  circle,
  JSON.parse('{"__proto__":{"isAdmin":true},"agentUser":7}'),
  Object.create({ agentUser: 'ana', draft: {}, isPaused: true }),
];

const names = ['extra', '__proto__x', 'constructor', 'toString', 'id ', 'AgentUser'] as const;

const withStranger = (good: object, random: Random): object => ({ ...good, [pick(random, names)]: 1 });

function without(good: object, field: string): object {
  const { [field]: _gone, ...rest } = good as Record<string, unknown>;
  return rest;
}
