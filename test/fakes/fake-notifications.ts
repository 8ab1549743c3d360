import { EventEmitter } from 'node:events';
import type Electron from 'electron';

/** A notification centre where some are clicked, most time out and others are never heard of. */
export function createFakeNotifications() {
  let showing: EventEmitter[] = [];
  let count = 0;

  class FakeNotification extends EventEmitter {
    static isSupported = () => true;
    show = () => {
      showing.push(this);
      count += 1;
    };
    close = () => void this.emit('close', { reason: 'applicationHidden' });
  }

  return {
    Notification: FakeNotification as unknown as typeof Electron.Notification,
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
