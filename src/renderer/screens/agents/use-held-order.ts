import { type RefObject, useLayoutEffect, useReducer, useRef } from 'react';
import type { AgentView } from '../../../shared/app-view.ts';
import { type Hand, heldOrder, holdLeftMs } from './held-order.ts';

/** For the list. */
export interface HandListeners {
  readonly onPointerMove: () => void;
  readonly onPointerLeave: () => void;
  readonly onWheel: () => void;
  readonly onKeyDown: () => void;
  readonly onFocus: () => void;
  readonly onBlur: () => void;
}

interface Shown {
  readonly why: string;
  readonly agents: readonly AgentView[];
  /** Since when this has not been the right order; null while it is. */
  readonly behindSinceMs: number | null;
}

/**
 * The agents in an order that does not change under the hand that is about to press one. `why` changes
 * whenever the user asked for another list, which they get at once.
 */
export function useHeldOrder(
  agents: readonly AgentView[],
  why: string,
  list: RefObject<HTMLElement | null>,
): readonly [readonly AgentView[], HandListeners] {
  const pointer = useRef({ isOver: false, movedMs: Number.NEGATIVE_INFINITY });
  const shown = useRef<Shown | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [, settle] = useReducer((count: number) => count + 1, 0);

  const handNow = (): Hand => ({
    ...pointer.current,
    hasFocus: list.current?.contains(document.activeElement) ?? false,
  });

  const nowMs = performance.now();
  const before = shown.current?.why === why ? shown.current : null;
  const isHeld = before !== null && holdLeftMs(handNow(), before.behindSinceMs, nowMs) > 0;
  const ordered = isHeld ? heldOrder(usersOf(before.agents), agents) : agents;
  const behindSinceMs = ordered === agents ? null : (before?.behindSinceMs ?? nowMs);

  useLayoutEffect(() => {
    shown.current = { why, agents: ordered, behindSinceMs };
    if (behindSinceMs === null) return;
    timer.current = setTimeout(settle, holdLeftMs(handNow(), behindSinceMs, performance.now()));
    return () => clearTimeout(timer.current);
  });

  const moved = (isOver: boolean) => {
    pointer.current = { isOver, movedMs: performance.now() };
  };
  const stayed = () => moved(pointer.current.isOver);
  const left = () => {
    if (shown.current?.behindSinceMs == null) return;
    // Where the focus goes is known only after it has left.
    clearTimeout(timer.current);
    timer.current = setTimeout(settle);
  };
  return [
    ordered,
    {
      onPointerMove: () => moved(true),
      onPointerLeave: () => {
        moved(false);
        left();
      },
      onWheel: stayed,
      onKeyDown: stayed,
      onFocus: stayed,
      onBlur: left,
    },
  ];
}

const usersOf = (agents: readonly AgentView[]): readonly string[] => agents.map(({ user }) => user);
