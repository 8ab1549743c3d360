import type { DesktopState, WindowState } from '../wire/desktop-state.ts';
import { panelHeight, type ScreenSize } from './use-screen-size.ts';

const marginPx = 8;

/** Where the app put its window, kept on the screen; a window that was not placed goes below the tray. */
export function placeWindow(
  { bounds, isPlaced }: Pick<WindowState, 'bounds' | 'isPlaced'>,
  screen: ScreenSize,
  origin: DesktopState['origin'],
) {
  const width = Math.min(bounds.width, screen.width);
  const height = Math.min(bounds.height, screen.height - panelHeight);
  const left = isPlaced ? bounds.x - origin.x : screen.width - width - marginPx;
  const top = isPlaced ? bounds.y - origin.y : panelHeight + marginPx;
  return {
    left: Math.max(0, Math.min(left, screen.width - width)),
    top: Math.max(panelHeight, Math.min(top, screen.height - height)),
    width,
    height,
  };
}
