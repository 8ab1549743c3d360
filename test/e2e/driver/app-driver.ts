import type { FrameLocator, Page } from 'playwright-core';

export interface TrayNow {
  readonly tooltip: string;
  readonly hasIcon: boolean;
  /** A digest of its picture: the same drawing has the same one. Empty without an icon. */
  readonly icon: string;
  /** The labels of its menu, separators left out, each submenu's entries after its own label. */
  readonly menu: readonly string[];
}

export interface NotificationNow {
  readonly id: string;
  readonly title: string;
  readonly body: string;
  /** Taken back by the app, for example in favour of a summary. */
  readonly closed: boolean;
}

/** What a real desktop does outside the app. */
export interface MessageNow {
  readonly kind: 'copied' | 'would-open' | 'dialog';
  readonly text: string;
}

export type PowerEvent = 'suspend' | 'resume' | 'lock-screen' | 'unlock-screen';

/** The running app as a person at the desktop meets it. One for each host, used by every e2e test alike. */
export interface AppDriver {
  readonly host: 'preview' | 'electron';
  /** The popover's page, to look for what is on it. */
  readonly popover: Pick<FrameLocator, 'getByRole' | 'getByLabel' | 'getByText' | 'locator'>;
  /** Runs in the popover's page. */
  readonly evaluate: <R>(script: string) => Promise<R>;
  readonly screenshot: (file: string) => Promise<void>;
  readonly setColourScheme: (scheme: 'light' | 'dark') => Promise<void>;
  /** The keyboard reaches whatever has the focus on the popover's page. */
  readonly keyboard: Page['keyboard'];
  readonly tray: () => Promise<TrayNow>;
  readonly notifications: () => Promise<readonly NotificationNow[]>;
  readonly isPopoverVisible: () => Promise<boolean>;
  readonly clickTray: () => Promise<void>;
  /** Of the menu or of a submenu. */
  readonly chooseFromMenu: (label: string) => Promise<void>;
  readonly clickNotification: (id: string) => Promise<void>;
  /** From now on nobody has used keyboard or mouse for this long, until told otherwise. */
  readonly idle: (seconds: number) => Promise<void>;
  /** What the app copied, what it had opened, and the dialogs it showed. None of it really happens. */
  readonly messages: () => Promise<readonly MessageNow[]>;
  readonly power: (event: PowerEvent) => Promise<void>;
  /** As the window manager's close button or Alt+F4 would. */
  readonly closeWindow: () => Promise<void>;
  readonly crashRenderer: () => Promise<void>;
  /** Everything the app has written to stdout and stderr so far. */
  readonly output: () => string;
  /** Starts the app once more on the same data, and waits for how that ends. */
  readonly startAgain: () => Promise<number | null>;
  /** Of the app's main process. */
  readonly pid: number;
  /** Through the tray's Quit, as a user would; settles with the exit code. */
  readonly quit: () => Promise<number | null>;
}

export interface LaunchOptions {
  readonly userData: string;
  /** The whole environment, such as that of a private desktop session. */
  readonly env: NodeJS.ProcessEnv;
  readonly flags?: readonly string[];
}
