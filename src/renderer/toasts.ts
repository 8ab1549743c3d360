import { UNSTABLE_ToastQueue as ToastQueue } from 'react-aria-components/Toast';
import type { RequestError } from '../shared/bridge.ts';

/** What happened, perhaps with the way back; or what went wrong. */
export type Toast = { readonly text: string; readonly undo?: () => void } | { readonly error: RequestError };

export interface Toasts {
  readonly queue: ToastQueue<Toast>;
  readonly show: (toast: Toast) => void;
}

/** More would cover the list they talk about. */
const mostAtOnce = 2;

const shownMs = 4_000;
/** Longer where there is something to press, or more than a few words to read. */
const shownLongerMs = 10_000;
const fewWords = 50;

const isShort = (toast: Toast): boolean =>
  'text' in toast && toast.undo === undefined && toast.text.length <= fewWords;

export function createToasts(): Toasts {
  const queue = new ToastQueue<Toast>({ maxVisibleToasts: mostAtOnce });
  return {
    queue,
    show: (toast) => {
      // The oldest gives way for good: later it would speak of what nobody remembers.
      for (const { key } of queue.visibleToasts.slice(mostAtOnce - 1)) queue.close(key);
      queue.add(toast, { timeout: isShort(toast) ? shownMs : shownLongerMs });
    },
  };
}
