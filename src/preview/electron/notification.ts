import { randomUUID } from 'node:crypto';
import { EventEmitter } from 'node:events';
import type Electron from 'electron';
import type { Desktop } from '../desktop.ts';
import type { NotificationState } from '../wire/desktop-state.ts';
import type { Emits } from './drift.ts';
import { createPreventable } from './preventable.ts';
import type { Readiness } from './readiness.ts';

export interface NotificationParts {
  readonly readiness: Readiness;
  readonly desktop: Desktop;
  readonly platform: NodeJS.Platform;
  readonly nowMs: () => number;
}

type NotificationEvents = Emits<Electron.Notification, 'show' | 'click' | 'close' | 'action' | 'failed'>;
type OnActivation = Parameters<typeof Electron.Notification.handleActivation>[0];

export function createNotificationClass({ readiness, desktop, platform, nowMs }: NotificationParts) {
  const isLinux = platform === 'linux';
  const early: Electron.ActivationArguments[] = [];
  let onActivation: OnActivation = (details) => void early.push(details);
  /** Windows tells of buttons in one place, also of those that are answered by their own notification. */
  function activate(details: Electron.ActivationArguments): void {
    if (platform === 'win32') onActivation(details);
  }
  desktop.on('answered', (text) => {
    const { type = 'click', action } = Object.fromEntries(new URLSearchParams(text));
    activate({ type, arguments: text, ...(action === undefined ? {} : { actionIndex: Number(action) }) });
  });

  return class Notification extends EventEmitter<NotificationEvents> {
    static isSupported = (): boolean => desktop.switches.notifications !== 'silent';
    static handleActivation = (callback: OnActivation): void => {
      onActivation = callback;
      if (platform === 'win32') for (const details of early.splice(0)) callback(details);
    };

    readonly #options: Electron.NotificationConstructorOptions;
    #shown: NotificationState | null = null;

    constructor(options: Electron.NotificationConstructorOptions = {}) {
      super();
      readiness.demand('Cannot create Notification before app is ready');
      this.#options = options;
    }

    show = (): void => {
      const { notifications } = desktop.switches;
      if (notifications === 'silent') return;
      if (notifications === 'fail') {
        setImmediate(() => this.emit('failed', createPreventable(), 'Notifications are not allowed.'));
        return;
      }
      const { id = randomUUID(), title = '', body = '', silent = false, actions = [] } = this.#options;
      this.#put({
        id: this.#shown?.id ?? id,
        title,
        body: isLinux ? readMarkup(body) : body,
        at: nowMs(),
        silent: !isLinux && silent,
        actions: isLinux ? [] : actions.map(({ text = '' }) => text),
        closed: false,
      });
      setImmediate(() => this.emit('show', createPreventable()));
    };

    close = (): void => {
      if (this.#shown === null || this.#shown.closed) return;
      this.#put({ ...this.#shown, closed: true });
      this.emit('close', createPreventable());
    };

    #put(state: NotificationState): void {
      this.#shown = state;
      desktop.putNotification({
        state,
        click: () => this.#click(),
        close: this.close,
        press: (index) => this.#press(index),
      });
    }

    #press(actionIndex: number): boolean {
      if (this.#shown?.actions[actionIndex] === undefined) return false;
      activate({
        type: 'action',
        actionIndex,
        arguments: `type=action&action=${actionIndex}&tag=${this.#shown.id}`,
      });
      const selectionIndex = -1;
      const details = { ...createPreventable(), actionIndex, selectionIndex };
      this.emit('action', details, actionIndex, selectionIndex);
      this.close();
      return true;
    }

    #click(): void {
      this.emit('click', createPreventable());
      this.close();
    }
  };
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

/** Linux notification servers read the body as markup, so text that was not escaped is lost here too. */
function readMarkup(body: string): string {
  return body
    .replace(/<[^>]*>/g, '')
    .replace(/&(lt|gt|quot|apos|amp);/g, (whole, name: string) => entities[name] ?? whole);
}
