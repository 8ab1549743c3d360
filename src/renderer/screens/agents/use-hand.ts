import { type FocusEvent, useCallback, useEffect, useRef, useState } from 'react';

/** For the list. */
export interface HandListeners {
  readonly onPointerMove: () => void;
  readonly onPointerLeave: () => void;
  readonly onWheel: () => void;
  readonly onKeyDown: () => void;
  readonly onFocus: () => void;
  readonly onBlur: (event: FocusEvent) => void;
}

interface Hand {
  /** Somebody is at work in the list, and may be about to press something. */
  readonly isNear: boolean;
  /** Counts as nobody until the next move. */
  readonly letGo: () => void;
  readonly listeners: HandListeners;
}

/** Without a move for this long, nobody is about to press anything. */
export const quietMs = 3_000;

/** Whether pointer or keyboard are at work in a list. */
export function useHand(): Hand {
  const [isNear, setNear] = useState(false);
  const isOver = useRef(false);
  const hasFocus = useRef(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const letGo = useCallback(() => {
    clearTimeout(timer.current);
    setNear(false);
  }, []);
  useEffect(() => letGo, [letGo]);

  const move = () => {
    if (!isOver.current && !hasFocus.current) return letGo();
    clearTimeout(timer.current);
    timer.current = setTimeout(letGo, quietMs);
    setNear(true);
  };
  const over = (isOverNow: boolean) => {
    isOver.current = isOverNow;
    move();
  };
  const focus = (hasFocusNow: boolean) => {
    hasFocus.current = hasFocusNow;
    move();
  };
  return {
    isNear,
    letGo,
    listeners: {
      onPointerMove: () => over(true),
      onPointerLeave: () => over(false),
      onWheel: move,
      onKeyDown: move,
      onFocus: () => focus(true),
      onBlur: ({ currentTarget, relatedTarget }) => focus(currentTarget.contains(relatedTarget)),
    },
  };
}
