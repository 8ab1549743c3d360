/** What was shown, and can be taken back. */
export interface Shown {
  readonly close: () => void;
}

/** Notifications that can still be closed; older ones are the system's own. */
const mostShown = 100;

/** Remembers which notification tells of which lines of the inbox. */
export function createShown(most = mostShown) {
  const byAlert = new Map<number, Shown & { readonly alertIds: readonly number[] }>();

  return {
    add: (alertIds: readonly number[], { close }: Shown): void => {
      const shown = { close, alertIds };
      for (const id of alertIds) {
        byAlert.delete(id);
        byAlert.set(id, shown);
      }
      for (const id of [...byAlert.keys()].slice(0, -most)) byAlert.delete(id);
    },
    /** Closes what tells of these lines only: a summary stays while it also tells of others. */
    close: (alertIds: readonly number[]): void => {
      for (const id of alertIds) {
        const shown = byAlert.get(id);
        if (shown?.alertIds.every((other) => alertIds.includes(other))) shown.close();
      }
    },
  };
}
