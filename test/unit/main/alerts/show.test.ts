import type Electron from 'electron';
import { describe, expect, it, vi } from 'vitest';
import { createNotifier } from '../../../../src/main/alerts/show.ts';
import { createQuietLog } from '../../../fakes/quiet-log.ts';

type Listener = (...args: readonly unknown[]) => void;

function setUp(platform: NodeJS.Platform) {
  const made: { options: Electron.NotificationConstructorOptions; emit: (name: string) => void }[] = [];
  class FakeNotification {
    listeners = new Map<string, Listener>();
    show = vi.fn();
    close = vi.fn();
    constructor(options: Electron.NotificationConstructorOptions) {
      made.push({ options, emit: (name) => this.listeners.get(name)?.({}, 'failure text') });
    }
    on(name: string, listener: Listener) {
      this.listeners.set(name, listener);
      return this;
    }
  }
  const onClick = vi.fn();
  const log = createQuietLog();
  const Notification = FakeNotification as unknown as typeof Electron.Notification;
  return {
    notifier: createNotifier({ Notification, platform, onClick, isSilent: () => false, log }),
    made,
    onClick,
    log,
  };
}

const content = {
  topic: 'call-connected',
  title: 'A & B',
  body: 'x < y & z',
  agentUser: 'ana',
  alertIds: [7],
  isLate: false,
} as const;

describe('showing a notification', () => {
  it('escapes the body on Linux, whose servers read it as markup, and nowhere else', () => {
    const bodies = (['linux', 'darwin', 'win32'] as const).map((platform) => {
      const { notifier, made } = setUp(platform);
      notifier.show(content);
      return made[0]?.options;
    });
    expect(bodies).toEqual([
      { title: 'A & B', body: 'x &lt; y &amp; z', silent: false },
      { title: 'A & B', body: 'x < y & z', silent: false },
      { title: 'A & B', body: 'x < y & z', silent: false },
    ]);
  });

  it('opens the agent on a click', () => {
    const { notifier, made, onClick } = setUp('linux');
    notifier.show(content);
    made[0]?.emit('click');
    expect(onClick).toHaveBeenCalledExactlyOnceWith(content);
  });

  it('logs a failure without what it said', () => {
    const { notifier, made, log } = setUp('darwin');
    notifier.show(content);
    made[0]?.emit('failed');
    expect(log.lines.join()).toContain('failure text');
    expect(log.lines.join()).not.toContain('x < y');
  });
});
