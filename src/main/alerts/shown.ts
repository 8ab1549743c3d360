/** What was shown, and can be taken back. */
export interface Shown {
  readonly close: () => void;
}

/** Notifications that can still be closed; older ones are the system's own. */
const mostShown = 100;

/** Remembers which notification tells of which lines of the inbox, until nobody needs it any more. */
export function createShown(most = mostShown) {
  const open = new Set<Shown & { readonly waitsFor: Set<number> }>();

  return {
    add: (alertIds: readonly number[], { close }: Shown): Shown => {
      const shown = {
        waitsFor: new Set(alertIds),
        close: () => {
          if (open.delete(shown)) close();
        },
      };
      open.add(shown);
      const [oldest] = open;
      if (open.size > most && oldest !== undefined) open.delete(oldest);
      return shown;
    },
    /** These lines were seen, or are so no more: what tells of nothing else leaves the desktop. */
    done: (alertIds: readonly number[]): void => {
      for (const shown of open) {
        for (const id of alertIds) shown.waitsFor.delete(id);
        if (shown.waitsFor.size === 0) shown.close();
      }
    },
    /** Nobody needs any of them. */
    clear: (): void => {
      for (const { close } of open) close();
    },
  };
}
