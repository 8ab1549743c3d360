import { useEffect, useEffectEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { leaveKeysToInputMethod } from './composition.ts';
import { useView } from './context.ts';
import { focusHeading } from './parts/focus.ts';

/** Keeps the document in step with the chosen language and theme. */
export function useAppearance(): void {
  const { i18n } = useTranslation();
  const language = useView((view) => view.language);
  const theme = useView((view) => view.preferences.theme);

  useEffect(() => {
    document.documentElement.lang = language;
    void i18n.changeLanguage(language);
  }, [i18n, language]);

  useEffect(() => {
    const root = document.documentElement;
    if (theme === 'system') root.removeAttribute('data-theme');
    else root.setAttribute('data-theme', theme);
  }, [theme]);
}

/** Every key handler of the page, also those of the library, hears only of keys that are meant for the page. */
export const useInputMethod = (): void => useEffect(() => leaveKeysToInputMethod(window), []);

/** What closes something of its own on Escape stops the key before it gets here. */
export function useEscape(leave: () => void): void {
  const onEscape = useEffectEvent(leave);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) onEscape();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}

/** A window opened with the focus nowhere starts at its heading as well. */
export function useFocusOnOpen(): void {
  useEffect(() => {
    const onFocus = () => {
      if (document.activeElement === document.body) focusHeading();
    };
    window.addEventListener('focus', onFocus);
    return () => window.removeEventListener('focus', onFocus);
  }, []);
}
