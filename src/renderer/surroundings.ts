import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { usePage, useView } from './context.ts';

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

/** Escape goes back where there is a way back, and otherwise puts the popover away. */
export function useEscape(goBack: (() => void) | null): void {
  const { api } = usePage();
  useEffect(() => {
    // What closes something of its own on Escape stops the key before it gets here.
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      if (goBack === null) void api.hidePopover();
      else goBack();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [api, goBack]);
}

/** A new screen starts at its heading: what had the focus is gone with the old one. */
export function useHeadingFocus(screen: string): void {
  const before = useRef(screen);
  useEffect(() => {
    if (before.current === screen) return;
    before.current = screen;
    document.querySelector('h1')?.focus();
  }, [screen]);
}

/** A window opened with the focus nowhere starts at its heading as well. */
export function useFocusOnOpen(): void {
  useEffect(() => {
    const onFocus = () => {
      if (document.activeElement === document.body) document.querySelector('h1')?.focus();
    };
    window.addEventListener('focus', onFocus);
    return () => window.removeEventListener('focus', onFocus);
  }, []);
}

/** What had the focus may be taken off the page: a closed form, a dismissed message, an agent's row. */
export function useFocusKept(): void {
  useEffect(() => {
    let last: EventTarget | null = null;
    const onFocusIn = ({ target }: FocusEvent) => {
      last = target;
    };
    const observer = new MutationObserver(() => {
      if (!(last instanceof Node) || last.isConnected || document.activeElement !== document.body) return;
      last = null;
      // A list that closes gives the focus back to what opened it, in the next frame.
      requestAnimationFrame(() => {
        if (document.activeElement === document.body) document.querySelector('h1')?.focus();
      });
    });
    document.addEventListener('focusin', onFocusIn);
    observer.observe(document.body, { childList: true, subtree: true });
    return () => {
      document.removeEventListener('focusin', onFocusIn);
      observer.disconnect();
    };
  }, []);
}
