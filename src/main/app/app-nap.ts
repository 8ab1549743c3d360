import type Electron from 'electron';
import type { AppState, AppStore } from '../state/store.ts';

export interface AppNapParts {
  readonly store: AppStore;
  readonly powerSaveBlocker: Pick<Electron.PowerSaveBlocker, 'start' | 'stop'>;
}

/**
 * Keeps macOS from slowing the timers of an app without windows, as long as it watches (docs/electron.md §11).
 * The display may sleep. Returns the way to stop.
 */
export function preventAppNap({ store, powerSaveBlocker }: AppNapParts): () => void {
  let blocker: number | null = null;

  function follow(state: AppState): void {
    if (isWatching(state)) blocker ??= powerSaveBlocker.start('prevent-app-suspension');
    else release();
  }

  function release(): void {
    if (blocker !== null) powerSaveBlocker.stop(blocker);
    blocker = null;
  }

  follow(store.getState());
  const unfollow = store.follow((state, before) => {
    if (state.health !== before.health || state.agents.size !== before.agents.size) follow(state);
  });
  return () => {
    unfollow();
    release();
  };
}

const isWatching = ({ health: { kind }, agents }: AppState): boolean =>
  agents.size > 0 && (kind === 'connecting' || kind === 'ok' || kind === 'failing');
