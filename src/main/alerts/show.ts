import type Electron from 'electron';
import type { Log } from '../log/log.ts';
import type { CallAction } from './call-actions.ts';
import type { AlertContent } from './content.ts';
import type { Shown } from './shown.ts';

export interface NotifierParts {
  readonly Notification: typeof Electron.Notification;
  readonly platform: NodeJS.Platform;
  readonly onClick: (content: AlertContent) => void;
  readonly onAction: (content: AlertContent, action: CallAction) => void;
  readonly isSilent: () => boolean;
  readonly log: Log;
}

/** `close` is not promised on every platform, so old ones are let go of by number. */
const mostKept = 50;

/** Shows alerts through the OS. A notification nobody holds on to loses its click (electron#16922). */
export function createNotifier({ Notification, platform, onClick, onAction, isSilent, log }: NotifierParts) {
  const kept = new Set<Electron.Notification>();

  function show(content: AlertContent): Shown {
    // Electron has no buttons on Linux; there the popover offers the same.
    const actions = platform === 'linux' ? [] : (content.actions ?? []);
    const notification = new Notification({
      title: content.title,
      // Linux servers read the body as markup.
      body: platform === 'linux' ? escapeMarkup(content.body) : content.body,
      silent: isSilent(),
      ...(actions.length === 0
        ? {}
        : { actions: actions.map(({ label }) => ({ type: 'button' as const, text: label })) }),
    });
    const letGo = () => kept.delete(notification);
    let isAnswered = false;
    /** One notification is answered once, whatever the system says of it twice. */
    function answer(how: () => void): void {
      letGo();
      if (!isAnswered) how();
      isAnswered = true;
    }
    notification.on('click', () => answer(() => onClick(content)));
    notification.on('action', ({ actionIndex }) => {
      const action = actions[actionIndex];
      answer(() => (action === undefined ? onClick(content) : onAction(content, action)));
    });
    notification.on('close', ({ reason }) => {
      // On Windows a toast that timed out is still in the Action Center, to be clicked later.
      if (reason !== 'timedOut') letGo();
    });
    notification.on('failed', (_event, error) => {
      letGo();
      log.warn('notification failed', { topic: content.topic, error });
    });
    kept.add(notification);
    const [oldest] = kept;
    if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
    notification.show();
    return { close: () => notification.close() };
  }

  return { show };
}

const escapeMarkup = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
