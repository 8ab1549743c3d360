import type Electron from 'electron';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { argumentsOf } from '../../../../src/main/page/arguments.ts';
import { answerRequests, type Handlers } from '../../../../src/main/page/ipc.ts';
import { isOurPage } from '../../../../src/main/page/security.ts';
import { fail } from '../../../../src/shared/result.ts';
import { keysOf, tableOf } from '../../../../src/shared/tables.ts';
import { aDraft } from '../../../fakes/builders.ts';
import { createQuietLog } from '../../../fakes/quiet-log.ts';

type Handler = Parameters<Electron.IpcMain['handle']>[1];

const channels = keysOf(argumentsOf);
const ourFrame = { origin: 'app://bundle', parent: null };

function setUp() {
  const handlers = new Map<string, Handler>();
  const run = vi.fn(() => ({ ok: true as const, value: null }));
  const answers = tableOf(channels, () => run) as unknown as Handlers;
  const log = createQuietLog();
  answerRequests(answers, {
    ipcMain: {
      handle: (channel, handler) => void handlers.set(channel, handler),
      removeHandler: (channel) => void handlers.delete(channel),
    },
    isOurPage,
    log,
  });
  const send = (channel: string, senderFrame: unknown, ...args: unknown[]): Promise<unknown> =>
    Promise.resolve(handlers.get(channel)?.({ senderFrame } as never, ...args));
  return { send, run, log };
}

describe('requests from the page', () => {
  it('reach their handler parsed', async () => {
    const { send, run } = setUp();
    await send('removeAgent', ourFrame, { agentUser: '  ana ' });
    expect(run).toHaveBeenCalledExactlyOnceWith({ agentUser: 'ana' });
  });

  it.each([
    ['no frame', null],
    ['another origin', { origin: 'https://evil.example', parent: null }],
    ['a frame inside our page', { origin: 'app://bundle', parent: ourFrame }],
  ])('from %s are refused', async (_name, frame) => {
    const { send, run } = setUp();
    expect(await send('getState', frame, {})).toEqual(fail({ kind: 'invalid-request' }));
    expect(run).not.toHaveBeenCalled();
  });

  it('that are not as they should be are refused', async () => {
    const { send, run } = setUp();
    expect(await send('connectAccount', ourFrame, { draft: { ...aDraft(), intervalMs: 10 } })).toEqual(
      fail({ kind: 'invalid-request' }),
    );
    expect(run).not.toHaveBeenCalled();
  });

  it('of any shape never throw, and never run with a surplus argument', async () => {
    const { send, run } = setUp();
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...channels), fc.anything(), fc.anything(), async (channel, a, b) => {
        expect(await send(channel, ourFrame, a, b)).toEqual(fail({ kind: 'invalid-request' }));
        await send(channel, ourFrame, a);
      }),
    );
    for (const [argument] of run.mock.calls as unknown[][]) {
      expect(Object.getPrototypeOf(argument)).toBe(Object.prototype);
    }
  });

  it('that fail unexpectedly are told as such, without what was sent', async () => {
    const { send, run, log } = setUp();
    run.mockImplementation(() => {
      throw new Error('boom');
    });
    const draft = aDraft({ password: 'hunter2-canary' });
    expect(await send('connectAccount', ourFrame, { draft })).toEqual(fail({ kind: 'internal' }));
    expect(log.lines.join()).toContain('boom');
    expect(log.lines.join()).not.toContain('hunter2-canary');
  });
});
