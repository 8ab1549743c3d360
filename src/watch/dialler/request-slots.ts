/** Chromium has six sockets for a host: a seventh request waits unsent, and nobody would know (docs/electron.md §5). */
export const mostInFlight = 5;

/** A poll of one agent, or one of the long answers about many: the list of users, the totals. */
export type RequestKind = 'poll' | 'list';

/** Of all slots: a list may take its whole time limit, and polls go on beside it. */
const mostLists = 2;

export interface RequestSlots {
  /** Settles when the request may start, in the order of asking; with false when the signal aborts before. */
  readonly take: (kind: RequestKind, signal: AbortSignal | undefined) => Promise<boolean>;
  readonly free: (kind: RequestKind) => void;
}

interface Waiting {
  readonly kind: RequestKind;
  readonly start: () => void;
}

/** How many requests may be under way at once, to whomever and about whatever. */
export function createRequestSlots(most = mostInFlight): RequestSlots {
  const taken = { poll: 0, list: 0 };
  const queue: Waiting[] = [];

  const isFree = (kind: RequestKind): boolean =>
    taken.poll + taken.list < most && (kind === 'poll' || taken.list < mostLists);

  function startNext(): void {
    const index = queue.findIndex(({ kind }) => isFree(kind));
    const [next] = index < 0 ? [] : queue.splice(index, 1);
    if (next === undefined) return;
    taken[next.kind] += 1;
    next.start();
  }

  async function take(kind: RequestKind, signal: AbortSignal | undefined): Promise<boolean> {
    if (signal?.aborted) return false;
    if (isFree(kind)) {
      taken[kind] += 1;
      return true;
    }
    return new Promise((resolve) => {
      const waiting: Waiting = {
        kind,
        start: () => {
          signal?.removeEventListener('abort', giveUp);
          resolve(true);
        },
      };
      function giveUp(): void {
        queue.splice(queue.indexOf(waiting), 1);
        resolve(false);
      }
      queue.push(waiting);
      signal?.addEventListener('abort', giveUp, { once: true });
    });
  }

  return {
    take,
    free: (kind) => {
      taken[kind] -= 1;
      startNext();
    },
  };
}
