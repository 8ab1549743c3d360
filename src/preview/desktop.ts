import { EventEmitter } from 'node:events';
import type { DesktopAction } from './wire/action.ts';
import type {
  DesktopState,
  MessageState,
  NotificationState,
  Theme,
  TrayState,
  WindowState,
} from './wire/desktop-state.ts';
import { plainDesktop, type Switches, withChanges } from './wire/switches.ts';

/** What the stand-ins hand over, so that the desktop can draw them and pass on what a person does. */
export interface TrayOnDesktop {
  readonly state: () => TrayState;
  readonly click: (heldMs: number) => void;
  readonly doubleClick: () => void;
  readonly rightClick: () => void;
  readonly clickItem: (wanted: MenuItemWanted) => boolean;
}

export interface MenuItemWanted {
  readonly key?: string | undefined;
  readonly id?: string | undefined;
  readonly label?: string | undefined;
}

export interface NotificationOnDesktop {
  readonly state: NotificationState;
  readonly click: () => void;
  readonly close: () => void;
  /** False when it has no such button. */
  readonly press: (index: number) => boolean;
}

export interface WindowOnDesktop {
  readonly state: () => WindowState;
  readonly focus: () => void;
  readonly blur: () => void;
  readonly close: () => void;
  readonly crash: () => void;
}

export type PowerEvent = Extract<DesktopAction, { do: 'power' }>['event'];

interface DesktopEvents {
  changed: [];
  power: [PowerEvent];
  theme: [];
  switched: [];
  answered: [argumentsText: string];
  quit: [];
}

const mostMessages = 20;
const mostNotifications = 500;

const noWindow: WindowState = {
  visible: false,
  url: '',
  framePath: null,
  id: 0,
  title: '',
  hasFrame: false,
  background: '#fff',
  bounds: { x: 0, y: 0, width: 0, height: 0 },
  isPlaced: false,
  isFocused: false,
  hasCrashed: false,
  generation: 0,
};

const noTray: TrayState = {
  isShown: false,
  tooltip: '',
  title: '',
  menu: [],
  poppedUp: 0,
  icon: null,
  menuBuilds: 0,
  deadIcons: 0,
};

/** What is on the stand-in desktop now, and the one way to act on it. */
export class Desktop extends EventEmitter<DesktopEvents> {
  appName: string;
  switches: Switches;
  tray: TrayOnDesktop | null = null;
  window: WindowOnDesktop | null = null;
  theme: Theme = 'light';
  /** What the app chose for its own page; null follows the desktop. */
  pageTheme: Theme | null = null;
  isAsleep = false;
  isLocked = false;
  suspensionBlockers = 0;
  isOnBattery = false;
  deadIcons = 0;
  /** Where the display with the panel begins. */
  origin: () => DesktopState['origin'] = () => ({ x: 0, y: 0 });
  readonly #notifications = new Map<string, NotificationOnDesktop>();
  #messages: readonly MessageState[] = [];
  #lastMessageId = 0;
  readonly #nowMs: () => number;
  /** Whoever started the preview was there then. */
  #touchedMs: number;
  #fixedIdleSeconds: number | null = null;

  constructor(
    appName: string,
    switches: Switches = plainDesktop,
    nowMs: () => number = () => performance.now(),
  ) {
    super();
    this.appName = appName;
    this.switches = switches;
    this.#nowMs = nowMs;
    this.#touchedMs = nowMs();
  }

  state(): DesktopState {
    return {
      appName: this.appName,
      tray: { ...(this.tray?.state() ?? noTray), deadIcons: this.deadIcons },
      notifications: [...this.#notifications.values()].map(({ state }) => state),
      window: this.window?.state() ?? noWindow,
      theme: this.theme,
      pageTheme: this.pageTheme ?? this.theme,
      isAsleep: this.isAsleep,
      isLocked: this.isLocked,
      suspensionBlockers: this.suspensionBlockers,
      isOnBattery: this.isOnBattery,
      panelTheme: this.panelTheme,
      origin: this.origin(),
      messages: this.#messages,
    };
  }

  get panelTheme(): Theme {
    return this.switches.taskbar ?? this.theme;
  }

  changed(): void {
    this.emit('changed');
  }

  putNotification(notification: NotificationOnDesktop): void {
    this.#notifications.set(notification.state.id, notification);
    const [oldest] = this.#notifications.keys();
    if (this.#notifications.size > mostNotifications && oldest !== undefined)
      this.#notifications.delete(oldest);
    this.changed();
  }

  say(kind: MessageState['kind'], text: string): void {
    this.#lastMessageId += 1;
    this.#messages = [...this.#messages, { id: this.#lastMessageId, kind, text }].slice(-mostMessages);
    this.changed();
  }

  /** Somebody uses keyboard or mouse. */
  touched(): void {
    this.#touchedMs = this.#nowMs();
  }

  idleSeconds(): number {
    return this.#fixedIdleSeconds ?? Math.floor((this.#nowMs() - this.#touchedMs) / 1_000);
  }

  setTheme(theme: Theme): void {
    if (theme === this.theme) return;
    this.theme = theme;
    this.emit('theme');
    this.changed();
  }

  /** False when there is nothing to act on. */
  act(action: DesktopAction): boolean {
    const tray = this.tray?.state().isShown ? this.tray : null;
    switch (action.do) {
      case 'click-tray':
        return done(tray && (() => tray.click(action.heldMs ?? 0)));
      case 'double-click-tray':
        return done(tray?.doubleClick);
      case 'right-click-tray':
        return done(tray?.rightClick);
      case 'click-menu':
        return tray?.clickItem(action) ?? false;
      case 'click-notification':
        return done(this.#openNotification(action.id)?.click);
      case 'close-notification':
        return done(this.#openNotification(action.id)?.close);
      case 'notification-action':
        return this.#openNotification(action.id)?.press(action.index) ?? false;
      case 'answer-earlier-notification':
        this.emit('answered', action.arguments);
        return true;
      case 'idle':
        this.#fixedIdleSeconds = action.seconds;
        return true;
      case 'focus-window':
        return done(this.window?.focus);
      case 'blur-window':
        return done(this.window?.blur);
      case 'close-window':
        return done(this.window?.close);
      case 'crash-renderer':
        return done(this.window?.crash);
      case 'power':
        return this.#power(action.event);
      case 'theme':
        this.setTheme(action.theme ?? (this.theme === 'dark' ? 'light' : 'dark'));
        return true;
      case 'switch':
        this.switches = withChanges(this.switches, action.switches);
        this.emit('switched');
        this.changed();
        return true;
      case 'dismiss-message':
        this.#messages = this.#messages.filter(({ id }) => id !== action.id);
        this.changed();
        return true;
      case 'quit':
        this.emit('quit');
        return true;
    }
  }

  #openNotification(id: string): NotificationOnDesktop | undefined {
    const notification = this.#notifications.get(id);
    return notification?.state.closed === false ? notification : undefined;
  }

  #power(event: PowerEvent): boolean {
    if (event === 'suspend' || event === 'resume') this.isAsleep = event === 'suspend';
    else if (event === 'on-battery' || event === 'on-ac') this.isOnBattery = event === 'on-battery';
    else if (event !== 'session-end') this.isLocked = event === 'lock-screen';
    this.emit('power', event);
    this.changed();
    return true;
  }
}

function done(act: (() => void) | undefined | null): boolean {
  act?.();
  return Boolean(act);
}
