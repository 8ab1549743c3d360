import { describe, expect, it, vi } from 'vitest';
import { createPush } from '../../../../src/main/page/push.ts';
import { createAppStore } from '../../../../src/main/state/store.ts';
import { type AppDelta, applyDelta } from '../../../../src/shared/delta.ts';
import { aCall, anAgent, aReading } from '../../../fakes/builders.ts';
import { stoppedClock, stopTime } from '../../../fakes/fake-timers.ts';

stopTime();

function setUp() {
  const users = ['ana', 'ben'];
  const agents = new Map(users.map((user) => [user, anAgent(user, aReading('READY'))]));
  const store = createAppStore({ agents });
  const sent: AppDelta[] = [];
  let isOpen = true;
  const push = createPush({
    store,
    clock: stoppedClock,
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
    setAgent('ana', 'A');
    setOpen(false);
    for (const status of ['B', 'C']) {
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

  it('tells a popover that opens the time, also with nothing else to tell', () => {
    const { push, sent } = setUp();
    const page = push.fetchView();
    vi.advanceTimersByTime(60_000);
    push.catchUp();
    expect(sent).toHaveLength(1);
    expect(sent[0] && applyDelta(page, sent[0])).toEqual({ ...page, nowMs: page.nowMs + 60_000 });
  });

  it('answers an edit with its delta, and sends it to nobody twice', () => {
    const { push, sent, store } = setUp();
    const page = push.fetchView();
    store.setState(({ settings }) => ({ settings: { ...settings, hasSound: !settings.hasSound } }));
    const delta = push.changesSince(page.revision);
    const preferences = { ...page.preferences, hasSound: !page.preferences.hasSound };
    expect(delta).toMatchObject({ from: 0, to: 1, shared: { preferences }, agents: [] });
    expect(Object.keys(delta?.shared ?? {})).toEqual(['preferences']);
    vi.advanceTimersByTime(1_000);
    expect(sent).toEqual([]);
  });

  it('has no delta for a page that lost count, nor for one from the future', () => {
    const { push, sent, setAgent } = setUp();
    setAgent('ana', 'A');
    vi.advanceTimersByTime(100);
    expect(sent).toHaveLength(1);
    expect([0, 2].map(push.changesSince)).toEqual([null, null]);
    expect(push.changesSince(1)).toMatchObject({ from: 1, to: 1, shared: {}, agents: [] });
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
