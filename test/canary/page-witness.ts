import type { CDPSession, Frame, Page } from 'playwright-core';
import { z } from 'zod';
import { decode, type FromFrame, type ToFrame } from '../../src/preview/wire/ipc.ts';
import type { Piece } from './search.ts';

const ipc = z.object({ kind: z.literal('ipc'), data: z.string() });

export interface BridgeMessage {
  readonly direction: 'to main' | 'to page';
  /** Of the request, also for its reply; `push` for what main says by itself. */
  readonly channel: string;
  readonly data: string;
}

/** Listens in on the socket between the app's page and main, and on nothing the app could notice. */
export function witnessPage(page: Page) {
  const messages: BridgeMessage[] = [];
  const desktop: Piece[] = [];
  const channels = new Map<string, string>();

  function note(direction: BridgeMessage['direction'], payload: string | Buffer): void {
    const text = String(payload);
    const { data } = ipc.safeParse(JSON.parse(text)).data ?? {};
    if (data === undefined)
      desktop.push({ label: `desktop ${desktop.length + 1}`, bytes: Buffer.from(text) });
    else messages.push({ direction, channel: channelOf(decode(data)), data });
  }

  function channelOf(message: FromFrame | ToFrame): string {
    if (message.kind === 'invoke') channels.set(message.id, message.channel);
    if ('channel' in message) return message.channel;
    return ('id' in message ? channels.get(message.id) : undefined) ?? message.kind;
  }

  page.on('websocket', (socket) => {
    socket.on('framesent', ({ payload }) => note('to main', payload));
    socket.on('framereceived', ({ payload }) => note('to page', payload));
  });

  return {
    messages,
    desktop,
    /** What the page holds after the rubbish is gone: heap, stores and document. */
    heap: async (): Promise<Piece> => ({
      label: 'heap snapshot',
      bytes: await snapshotOf(await popoverOf(page)),
    }),
    storesAndDocument: async (): Promise<Piece> => {
      const text = await (await popoverOf(page)).evaluate<string>(whatIsThere);
      return { label: 'document, stores and fields', bytes: Buffer.from(text) };
    },
  };
}

/** The preview's frame may not have stores at all. */
const whatIsThere = `JSON.stringify([
  document.documentElement.outerHTML,
  ...[() => localStorage, () => sessionStorage, () => document.cookie].map((read) => {
    try { return { ...read() }; } catch (error) { return error.name; }
  }),
  location.href,
  history.state,
  [...document.querySelectorAll('input, textarea')].map(({ value }) => value),
])`;

async function popoverOf(page: Page): Promise<Frame> {
  const frame = page.frames().find((one) => one.url().includes('/w/'));
  if (frame === undefined) throw new Error('The desktop shows no popover.');
  return frame;
}

/** The popover is on a site of its own, and so in a process of its own: its heap is nobody else's. */
async function snapshotOf(frame: Frame): Promise<Buffer> {
  const session: CDPSession = await frame.page().context().newCDPSession(frame);
  const chunks: string[] = [];
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk));
  await session.send('HeapProfiler.enable');
  // What was collected may have held what is only free now.
  for (const _round of [1, 2, 3]) await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  await session.detach();
  return Buffer.from(chunks.join(''));
}
