import type { Notice } from '../shared/app-view.ts';
import type { SettingsFile } from './settings-file.ts';
import type { AppStore } from './store.ts';

/** Writes the settings whenever they change, and says so when that fails. Returns the way to stop. */
export function keepSettings(store: AppStore, file: Pick<SettingsFile, 'save'>): () => void {
  const notice: Notice = { kind: 'settings-not-saved' };

  async function save(): Promise<void> {
    const saved = await file.save(store.getState().settings);
    const { notices } = store.getState();
    const isTold = notices.some(({ kind }) => kind === notice.kind);
    if (!saved.ok && !isTold) store.setState({ notices: [...notices, notice] });
    if (saved.ok && isTold) store.setState({ notices: notices.filter(({ kind }) => kind !== notice.kind) });
  }

  return store.subscribe((state, before) => {
    if (state.settings !== before.settings) void save();
  });
}
