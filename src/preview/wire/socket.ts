import type { DesktopAction } from './action.ts';
import type { DesktopState } from './desktop-state.ts';

/** What the desktop page says over its WebSocket. `data` is the popover's, relayed unread. */
export type FromPage =
  | { readonly kind: 'hello'; readonly prefersDark: boolean }
  | { readonly kind: 'screen'; readonly width: number; readonly height: number; readonly panelHeight: number }
  | { readonly kind: 'act'; readonly action: DesktopAction }
  | { readonly kind: 'ipc'; readonly windowId: number; readonly data: string };

export type ToPage =
  | { readonly kind: 'desktop'; readonly desktop: DesktopState }
  | { readonly kind: 'ipc'; readonly windowId: number; readonly data: string };

/** The popover's own frame asks its parent for a port with this word. */
export const connectWord = 'preview:connect';
