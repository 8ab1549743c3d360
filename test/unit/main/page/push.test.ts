import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createPush } from '../../../../src/main/page/push.ts';
import { createAppStore } from '../../../../src/main/state/store.ts';
import { type AppDelta, applyDelta } from '../../../../src/shared/delta.ts';
import { aCall, anAgent, aReading } from '../../../fakes/builders.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function setUp() {
  const users = ['ana', 'ben'];
  const agents = new Map(users.map((user) => [user, anAgent(user, aReading('READY'))]));
  const store = createAppStore({ agents });
  const sent: AppDelta[] = [];
  let isOpen = true;
  const clock = { nowMs: () => performance.now(), wallMs: () => Date.now() };
  const push = createPush({
    store,
    clock,
    platform: 'linux',
    appVersion: '1.0.0',
    isPopoverOpen: () => isOpen,
    send: (delta) => sent.push(delta),
  });
  const setAgent = (user: string, status: string) => {
    const reading = status === 'IN CALL' ? aCall() : aReading(status);
    store.setState({ agents: new Map(store.getState().agents).set(user, anAgent(user, reading)) });
  };
  return {
    push,
    sent,
    store,
    setAgent,
    setOpen: (open: boolean) => {
      isOpen = open;
    },
  };
}

describe('the push', () => {
  it('sends only the agent and the fields that changed', () => {
    const { sent, setAgent } = setUp();
    setAgent('ana', 'PAUSE - BREAK');
    vi.advanceTimersByTime(100);
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatchObject({ from: 0, to: 1, shared: {} });
    expect(sent[0]?.agents).toEqual([{ user: 'ana', status: 'PAUSE - BREAK', family: 'paused' }]);
  });

  it('coalesces to at most ten a second', () => {
    const { sent, setAgent } = setUp();
    for (let index = 0; index < 500; index += 1) {
      setAgent('ana', `STATUS ${index}`);
      vi.advanceTimersByTime(2);
    }
    vi.advanceTimersByTime(100);
    expect(sent.length).toBeLessThanOrEqual(11);
    expect(sent.at(-1)?.agents[0]?.status).toBe('STATUS 499');
  });

  it('sends nothing to a hidden popover, and catches up in one delta when it opens', () => {
    const { push, sent, setAgent, setOpen } = setUp();
    const page = push.fetchView();
    setOpen(false);
    for (const status of ['A', 'B', 'C']) {
      setAgent('ana', status);
      vi.advanceTimersByTime(1_000);
    }
    expect(sent).toEqual([]);
    setOpen(true);
    push.catchUp();
    expect(sent).toHaveLength(1);
    const [delta] = sent;
    expect(delta && applyDelta(page, delta)?.agents[0]?.status).toBe('C');
  });

  it('keeps its pace when the popover is hidden and opened again at once', () => {
    const { push, sent, setAgent } = setUp();
    setAgent('ana', 'A');
    vi.advanceTimersByTime(90);
    push.catchUp();
    setAgent('ana', 'B');
    vi.advanceTimersByTime(20);
    expect(sent).toHaveLength(1);
    vi.advanceTimersByTime(100);
    expect(sent).toHaveLength(2);
  });

  it('sends nothing when nothing the page shows has changed', () => {
    const { sent, store, setAgent } = setUp();
    setAgent('ana', 'READY');
    store.setState({ wokeMs: 1 });
    vi.advanceTimersByTime(1_000);
    expect(sent).toEqual([]);
  });

  it('gives whole state that later deltas build on', () => {
    const { push, sent, setAgent } = setUp();
    setAgent('ana', 'IN CALL');
    const page = push.fetchView();
    setAgent('ben', 'IN CALL');
    vi.advanceTimersByTime(200);
    expect(sent).toHaveLength(1);
    const [delta] = sent;
    expect(delta && applyDelta(page, delta)?.agents.map(({ status }) => status)).toEqual([
      'IN CALL',
      'IN CALL',
    ]);
  });

  it('carries no whole number and nothing secret', () => {
    const { push, setAgent } = setUp();
    setAgent('ana', 'IN CALL');
    const text = JSON.stringify(push.fetchView());
    expect(text).not.toContain('15550100123');
    expect(text).toContain('•••0123');
    expect(text.toLowerCase()).not.toContain('password');
  });

  it('stops with its stop', () => {
    const { push, sent, setAgent } = setUp();
    setAgent('ana', 'IN CALL');
    push.stop();
    vi.advanceTimersByTime(1_000);
    expect(sent).toEqual([]);
  });
});
