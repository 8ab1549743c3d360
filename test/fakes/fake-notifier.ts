import { EventEmitter } from 'node:events';
import type Electron from 'electron';
import type { AlertContent } from '../../src/main/alerts/content.ts';
import { createNotifier } from '../../src/main/alerts/show.ts';
import type { Log } from '../../src/main/log/log.ts';

interface FakeNotifierParts {
  readonly log: Log;
  readonly isSilent: () => boolean;
  readonly onClick: (content: AlertContent) => void;
}

/** The real notifier before a notification centre where some are clicked, most time out and others are never heard of. */
export function createFakeNotifier({ log, isSilent, onClick }: FakeNotifierParts) {
  let showing: EventEmitter[] = [];
  let count = 0;

  class FakeNotification extends EventEmitter {
    show = () => {
      showing.push(this);
      count += 1;
    };
    close = () => void this.emit('close', { reason: 'applicationHidden' });
  }

  const { show } = createNotifier({
    Notification: FakeNotification as unknown as typeof Electron.Notification,
    platform: 'linux',
    onClick,
    onAction: onClick,
    isSilent,
    log,
  });

  return {
    show,
    count: () => count,
    sweep: (random: () => number): void => {
      const shown = showing;
      showing = [];
      for (const notification of shown) {
        const fate = random();
        if (fate < 0.1) notification.emit('click', {});
        else if (fate < 0.7) notification.emit('close', { reason: 'timedOut' });
        else if (fate < 0.8) notification.emit('failed', {}, 'no daemon');
      }
    },
  };
}
