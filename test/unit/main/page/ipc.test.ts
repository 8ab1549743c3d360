import type Electron from 'electron';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { argumentsOf } from '../../../../src/main/page/arguments.ts';
import { answerRequests, type Handlers } from '../../../../src/main/page/ipc.ts';
import { isOurPage } from '../../../../src/main/page/security.ts';
import type { RequestChannel } from '../../../../src/shared/bridge.ts';
import { createQuietLog } from '../../../fakes/quiet-log.ts';

type Handler = Parameters<Electron.IpcMain['handle']>[1];

const channels = Object.keys(argumentsOf) as RequestChannel[];
const ourFrame = { origin: 'app://bundle', parent: null };

function setUp() {
  const handlers = new Map<string, Handler>();
  const run = vi.fn(() => ({ ok: true as const, value: null }));
  const answers = Object.fromEntries(channels.map((channel) => [channel, run])) as unknown as Handlers;
  const log = createQuietLog();
  const stop = answerRequests(answers, {
    ipcMain: {
      handle: (channel, handler) => void handlers.set(channel, handler),
      removeHandler: (channel) => void handlers.delete(channel),
    },
    isOurPage,
    log,
  });
  const send = (channel: string, senderFrame: unknown, ...args: unknown[]): Promise<unknown> =>
    Promise.resolve(handlers.get(channel)?.({ senderFrame } as never, ...args));
  return { send, run, log, stop, handlers };
}

const draft = {
  server: 'acme',
  apiUser: 'api',
  password: 'hunter2-canary',
  agentUsers: ['ana'],
  method: 'post',
  format: 'json',
  intervalMs: 5_000,
};

describe('requests from the page', () => {
  it('reach their handler parsed', async () => {
    const { send, run } = setUp();
    await send('agents:remove', ourFrame, { agentUser: '  ana ' });
    expect(run).toHaveBeenCalledExactlyOnceWith({ agentUser: 'ana' });
  });

  it.each([
    ['no frame', null],
    ['another origin', { origin: 'https://evil.example', parent: null }],
    ['a frame inside our page', { origin: 'app://bundle', parent: ourFrame }],
  ])('from %s are refused', async (_name, frame) => {
    const { send, run } = setUp();
    expect(await send('state:get', frame, {})).toEqual({ ok: false, error: { kind: 'invalid-request' } });
    expect(run).not.toHaveBeenCalled();
  });

  it.each<[RequestChannel, unknown]>([
    ['state:get', { surplus: 1 }],
    ['state:get', undefined],
    ['account:connect', { draft: { ...draft, intervalMs: 10 } }],
    ['account:connect', { draft: { ...draft, method: 'put' } }],
    ['account:connect', { draft: { ...draft, agentUsers: [''] } }],
    ['account:sign-in', { password: '' }],
    ['agents:add', { agentUsers: 'ana' }],
    ['agents:remove', { agentUser: 'x'.repeat(101) }],
    ['agents:rename', { agentUser: 'ana', newUser: '' }],
    ['roster:get', {}],
    ['roster:keep', { agentUsers: 'ana' }],
    ['agent:copy', { agentUser: 'ana', field: 'callerId' }],
    ['watch:pause', { isPaused: 'yes' }],
    ['preferences:change', { change: { accounts: [] } }],
    ['preferences:change', { change: { intervalMs: undefined } }],
    ['preferences:change', { change: { notify: { 'call-connected': true } } }],
    ['preferences:change', { change: { groups: [{ id: 'g', name: 'Team', agentUsers: [] }] } }],
    [
      'preferences:change',
      { change: { groups: [{ id: 'g', name: 'Team', colour: 'red', agentUsers: [] }] } },
    ],
    ['preferences:change', { change: { pinned: [''] } }],
    ['preferences:change', { change: { listView: { sort: 'name' } } }],
    ['preferences:change', { change: { listView: { sort: 'age', isGrouped: true, collapsed: [] } } }],
  ])('on %s with %o are refused', async (channel, argument) => {
    const { send, run } = setUp();
    expect(await send(channel, ourFrame, argument)).toMatchObject({ ok: false });
    expect(run).not.toHaveBeenCalled();
  });

  it('of any shape never throw, and never run with a surplus argument', async () => {
    const { send, run } = setUp();
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...channels), fc.anything(), fc.anything(), async (channel, a, b) => {
        expect(await send(channel, ourFrame, a, b)).toEqual({
          ok: false,
          error: { kind: 'invalid-request' },
        });
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
    expect(await send('account:connect', ourFrame, { draft })).toEqual({
      ok: false,
      error: { kind: 'internal' },
    });
    expect(log.lines.join()).toContain('boom');
    expect(log.lines.join()).not.toContain('hunter2-canary');
  });

  it('are answered by nobody after the stop', () => {
    const { stop, handlers } = setUp();
    expect(handlers.size).toBe(channels.length);
    stop();
    expect(handlers.size).toBe(0);
  });
});
