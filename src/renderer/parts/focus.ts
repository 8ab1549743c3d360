import { type RefObject, useEffect, useRef } from 'react';

/** What has the focus as soon as it is there: where a screen begins. */
export function useFocusOnEnter<T extends HTMLElement>(): RefObject<T | null> {
  const start = useRef<T>(null);
  useEffect(() => start.current?.focus(), []);
  return start;
}

export const focusHeading = (): void => document.querySelector('h1')?.focus();

/**
 * The ref of a control that can go away while it has the focus: the heading of the screen takes it, unless the
 * screen itself knows a better place.
 */
export const passesFocusOn = (control: HTMLElement | null) => (): void => {
  if (control === null || !control.contains(document.activeElement)) return;
  requestAnimationFrame(() => {
    if (document.activeElement === document.body) focusHeading();
  });
};
