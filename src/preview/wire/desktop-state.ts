/** What the stand-in desktop shows: the page draws it and `desktop.json` returns it. */
export interface DesktopState {
  readonly appName: string;
  readonly tray: TrayState;
  /** The last 500 that were shown, oldest first. */
  readonly notifications: readonly NotificationState[];
  readonly window: WindowState;
  /** The desktop's own. */
  readonly theme: Theme;
  /** What the app's page is to prefer. */
  readonly pageTheme: Theme;
  readonly isAsleep: boolean;
  readonly isLocked: boolean;
  /** How many times the app asks the system not to slow it down. */
  readonly suspensionBlockers: number;
  readonly isOnBattery: boolean;
  /** Of the panel below the icon, which Windows has its own for. */
  readonly panelTheme: Theme;
  /** Where the display that the page plays begins, in the room of all displays. */
  readonly origin: { readonly x: number; readonly y: number };
  /** What a real desktop would have done: opened a link, filled the clipboard. */
  readonly messages: readonly MessageState[];
}

export type Theme = 'light' | 'dark';

export interface TrayState {
  readonly isShown: boolean;
  readonly tooltip: string;
  /** Text beside the icon, which only macOS has. */
  readonly title: string;
  readonly menu: readonly MenuItemState[];
  /** Counts the times the app itself opened its menu. */
  readonly poppedUp: number;
  readonly icon: IconState | null;
  /** Counts how often the panel had to take the whole menu anew. */
  readonly menuBuilds: number;
  /** What a registered icon leaves on Linux when the app takes it away. */
  readonly deadIcons: number;
}

export interface IconState {
  readonly scaleFactors: readonly number[];
  readonly width: number;
  readonly height: number;
  /** How many pixels wide the picture is that is shown at this size. */
  readonly pixels: number;
  readonly isTemplate: boolean;
  /** Of the representation that is shown: the same drawing has the same digest. */
  readonly sha256: string;
  readonly dataUrl: string;
}

export interface MenuItemState {
  /** The place in the menu, as "2" or "2.0" in a submenu. */
  readonly key: string;
  readonly id?: string;
  readonly label: string;
  readonly type: 'normal' | 'separator' | 'submenu' | 'checkbox' | 'radio' | 'header' | 'palette';
  readonly enabled: boolean;
  readonly checked?: boolean;
  readonly submenu?: readonly MenuItemState[];
}

export interface NotificationState {
  readonly id: string;
  readonly title: string;
  readonly body: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Shown without a sound; never on Linux, where Electron does not pass it on. */
  readonly silent: boolean;
  /** What its buttons say; none on Linux, where Electron has none. */
  readonly actions: readonly string[];
  readonly closed: boolean;
}

export interface WindowState {
  readonly visible: boolean;
  /** As the app loaded it, such as `app://bundle/index.html`; empty without a window. */
  readonly url: string;
  /** The same document as a browser can reach it; its host is the one the desktop itself is not on. */
  readonly framePath: string | null;
  readonly id: number;
  readonly title: string;
  readonly hasFrame: boolean;
  /** What it is filled with until its page has drawn. */
  readonly background: string;
  readonly bounds: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  };
  readonly isPlaced: boolean;
  readonly isFocused: boolean;
  readonly hasCrashed: boolean;
  /** Rises with every load, so that a reload is seen. */
  readonly generation: number;
}

export interface MessageState {
  readonly id: number;
  readonly kind: 'copied' | 'would-open' | 'dialog';
  readonly text: string;
}
