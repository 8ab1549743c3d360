import { addNotice, removeNotice } from '../app/notices.ts';
import type { AppStore } from '../state/store.ts';
import type { SettingsFile } from './settings-file.ts';

const firstRetryMs = 2_000;
const longestRetryMs = 60_000;

/** Writes the settings whenever they change, says so when that fails, and tries on. Returns the way to stop. */
export function followSettings(store: AppStore, file: Pick<SettingsFile, 'save'>): () => void {
  let retry: NodeJS.Timeout | undefined;
  let retryMs = firstRetryMs;
  let isStopped = false;

  async function save(isRetry: boolean): Promise<void> {
    clearTimeout(retry);
    const saved = await file.save(store.getState().settings);
    if (saved.ok) {
      retryMs = firstRetryMs;
      removeNotice(store, 'settings-not-saved');
      return;
    }
    // Whoever dismissed it knows; only what they change since is news.
    if (!isRetry) addNotice(store, { kind: 'settings-not-saved' });
    // A file that is not ours to overwrite stays so for this run.
    if (saved.error === 'blocked' || isStopped) return;
    clearTimeout(retry);
    retry = setTimeout(() => void save(true), retryMs);
    retryMs = Math.min(2 * retryMs, longestRetryMs);
  }

  const unsubscribe = store.follow((state, before) => {
    if (state.settings !== before.settings) void save(false);
  });
  return () => {
    isStopped = true;
    clearTimeout(retry);
    unsubscribe();
  };
}
