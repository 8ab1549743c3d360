import type Electron from 'electron';
import type { Log } from '../log.ts';
import type { Shown } from './burst.ts';
import type { AlertContent } from './content.ts';

export interface NotifierParts {
  readonly Notification: typeof Electron.Notification;
  readonly platform: NodeJS.Platform;
  readonly onClick: (content: AlertContent) => void;
  readonly isSilent: () => boolean;
  readonly log: Log;
}

/** `close` is not promised on every platform, so old ones are let go of by number. */
const mostKept = 50;

/** Shows alerts through the OS. A notification nobody holds on to loses its click (electron#16922). */
export function createNotifier({ Notification, platform, onClick, isSilent, log }: NotifierParts) {
  const kept = new Set<Electron.Notification>();

  function show(content: AlertContent): Shown {
    const notification = new Notification({
      title: content.title,
      // Linux servers read the body as markup.
      body: platform === 'linux' ? escapeMarkup(content.body) : content.body,
      silent: isSilent(),
    });
    const letGo = () => kept.delete(notification);
    notification.on('click', () => {
      letGo();
      onClick(content);
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
