import { useEffect } from 'react';

/** Escape inside a place of a screen's own leads back to the screen, not out of it. */
export function useInnerEscape(goBack: (() => void) | null): void {
  useEffect(() => {
    if (goBack === null) return;
    // The document hears of a key before the window, where the app listens for the way out of the screen.
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      event.preventDefault();
      goBack();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [goBack]);
}
