import { randomUUID } from 'node:crypto';
import type Electron from 'electron';
import type { Log } from '../log/log.ts';
import type { CallAction } from './call-actions.ts';
import type { AlertContent } from './content.ts';
import type { Outcome } from './outcomes.ts';
import type { Shown } from './shown.ts';

export interface NotifierParts {
  readonly Notification: typeof Electron.Notification;
  readonly platform: NodeJS.Platform;
  readonly onClick: (content: AlertContent) => void;
  readonly onAction: (content: AlertContent, action: CallAction) => void;
  /** A notification was answered of which nothing is known any more, as one of an earlier run. */
  readonly onEarlier: () => void;
  readonly onOutcome: (outcome: Outcome) => void;
  readonly isSilent: () => boolean;
  readonly log: Log;
}

/** Not until they are closed: of that not every platform tells, and Windows says it of toasts that can still be clicked. */
const mostKept = 50;

/** Shows alerts through the OS. A notification nobody holds on to loses its click (electron#16922). */
export function createNotifier(parts: NotifierParts) {
  const { Notification, platform, onClick, onAction, onEarlier, onOutcome, isSilent, log } = parts;
  const kept = new Map<string, Electron.Notification>();

  if (platform === 'win32') {
    // It is called for live ones as well, which answer themselves (docs/electron.md §4.2).
    Notification.handleActivation(({ arguments: text }) => {
      const id = new URLSearchParams(text).get('tag');
      if (id === null || !kept.has(id)) onEarlier();
    });
  }
  // Elsewhere the question itself asks the user for permission (docs/electron.md §4.1).
  if (platform === 'linux' && !Notification.isSupported()) onOutcome('unsupported');

  function show(content: AlertContent): Shown {
    if (!Notification.isSupported()) {
      onOutcome('unsupported');
      return { close: () => undefined };
    }
    const id = randomUUID();
    // Electron has no buttons on Linux; there the popover offers the same.
    const actions = platform === 'linux' ? [] : (content.actions ?? []);
    const notification = new Notification({
      title: content.title,
      // Linux servers read the body as markup.
      body: platform === 'linux' ? escapeMarkup(content.body) : content.body,
      silent: isSilent(),
      ...(platform === 'win32' ? { id } : {}),
      ...(actions.length === 0
        ? {}
        : { actions: actions.map(({ label }) => ({ type: 'button' as const, text: label })) }),
    });
    let isAnswered = false;
    /** One notification is answered once, whatever the system says of it twice. */
    function answer(how: () => void): void {
      if (!isAnswered) how();
      isAnswered = true;
    }
    notification.on('click', () => answer(() => onClick(content)));
    notification.on('action', ({ actionIndex }) => {
      const action = actions[actionIndex];
      answer(() => (action === undefined ? onClick(content) : onAction(content, action)));
    });
    notification.on('show', () => onOutcome('shown'));
    notification.on('failed', (_event, error) => {
      log.warn('notification failed', { topic: content.topic, error });
      onOutcome('failed');
    });
    kept.set(id, notification);
    const [oldest] = kept.keys();
    if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
    notification.show();
    return { close: () => notification.close() };
  }

  return { show };
}

const escapeMarkup = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
