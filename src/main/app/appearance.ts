import type Electron from 'electron';
import type { Language } from '../../shared/settings.ts';
import type { AppStore } from '../state/store.ts';

export interface AppearanceParts {
  readonly store: AppStore;
  readonly nativeTheme: Pick<Electron.NativeTheme, 'themeSource'>;
  readonly systemLanguage: Language;
}

/** Keeps theme and language as the settings want them. Returns the way to stop. */
export function followAppearance({ store, nativeTheme, systemLanguage }: AppearanceParts): () => void {
  function apply(): void {
    const { settings, language } = store.getState();
    if (nativeTheme.themeSource !== settings.theme) nativeTheme.themeSource = settings.theme;
    const wanted = settings.language ?? systemLanguage;
    if (language !== wanted) store.setState({ language: wanted });
  }
  apply();
  return store.follow((state, before) => {
    if (state.settings !== before.settings) apply();
  });
}
