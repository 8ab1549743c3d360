import { type RefObject, useLayoutEffect, useState } from 'react';

export interface ScreenSize {
  readonly width: number;
  readonly height: number;
}

export const panelHeight = 40;

/** The part of the page that plays the screen; the app places its window by it. */
export function useScreenSize(
  element: RefObject<HTMLElement | null>,
  tell: (width: number, height: number, panelHeight: number) => void,
): ScreenSize {
  const [size, setSize] = useState<ScreenSize>({ width: 1280, height: 800 });
  useLayoutEffect(() => {
    if (element.current === null) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry === undefined) return;
      const width = Math.max(1, Math.round(entry.contentRect.width));
      const height = Math.max(1, Math.round(entry.contentRect.height));
      setSize({ width, height });
      tell(width, height, panelHeight);
    });
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element, tell]);
  return size;
}
