import type { AppState, AppStore } from '../state/store.ts';

export interface NetworkParts {
  readonly store: AppStore;
  /** False is sure, true is not: there may be a network that does not reach the dialler (docs/electron.md §5). */
  readonly isOnline: () => boolean;
  readonly onBack: () => void;
}

const lookEveryMs = 1_000;

/**
 * Notices a network that comes back, so that nobody waits for the end of a back-off. Main is told nothing of it,
 * so it looks, and only while the dialler cannot be reached. Returns the way to stop.
 */
export function followNetwork({ store, isOnline, onBack }: NetworkParts): () => void {
  let timer: NodeJS.Timeout | undefined;
  let wasOnline = true;

  function look(): void {
    const isBack = !wasOnline && isOnline();
    wasOnline = isOnline();
    timer = setTimeout(look, lookEveryMs);
    if (isBack) onBack();
  }

  function follow({ health }: Pick<AppState, 'health'>): void {
    if (health.kind === 'failing' && timer === undefined) {
      // What has failed for want of a network is known not to have had one.
      wasOnline = health.problem.kind !== 'offline' && isOnline();
      timer = setTimeout(look, lookEveryMs);
    } else if (health.kind !== 'failing') {
      clearTimeout(timer);
      timer = undefined;
    }
  }

  const unfollow = store.follow((state, before) => {
    if (state.health !== before.health) follow(state);
  });
  return () => {
    unfollow();
    clearTimeout(timer);
  };
}
