import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type Electron from 'electron';
import { describe, expect, it, vi } from 'vitest';
import type { CallAction } from '../../../../src/main/alerts/call-actions.ts';
import { createNotifier } from '../../../../src/main/alerts/show.ts';
import { createQuietLog } from '../../../fakes/quiet-log.ts';

type Listener = (...args: readonly unknown[]) => void;

function setUp(platform: NodeJS.Platform) {
  interface Made {
    readonly options: Electron.NotificationConstructorOptions;
    readonly emit: (name: string, details?: object) => void;
  }
  const made: Made[] = [];
  class FakeNotification {
    listeners = new Map<string, Listener>();
    show = vi.fn();
    close = vi.fn();
    constructor(options: Electron.NotificationConstructorOptions) {
      made.push({
        options,
        emit: (name, details = {}) => this.listeners.get(name)?.(details, 'failure text'),
      });
    }
    on(name: string, listener: Listener) {
      this.listeners.set(name, listener);
      return this;
    }
  }
  const onClick = vi.fn();
  const onAction = vi.fn();
  const log = createQuietLog();
  const Notification = FakeNotification as unknown as typeof Electron.Notification;
  return {
    notifier: createNotifier({ Notification, platform, onClick, onAction, isSilent: () => false, log }),
    made,
    onClick,
    onAction,
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

const actionFor = (action: CallAction['do'], label: string): CallAction => ({
  do: action,
  label,
  agentUser: 'ana',
  leadId: '101',
  inCallWith: '15550100123',
});
const copyLead = actionFor('copy-lead-id', 'Copy lead ID');
const openCrm = actionFor('open-crm', 'Open CRM');
const withActions = { ...content, actions: [copyLead, openCrm] };

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

  it.each(['darwin', 'win32'] as const)('has buttons on %s, and does what they say', (platform) => {
    const { notifier, made, onAction, onClick } = setUp(platform);
    notifier.show(withActions);
    expect(made[0]?.options.actions).toEqual([
      { type: 'button', text: 'Copy lead ID' },
      { type: 'button', text: 'Open CRM' },
    ]);
    expect(made[0]?.options).not.toHaveProperty('hasReply');
    made[0]?.emit('action', { actionIndex: 1 });
    expect(onAction).toHaveBeenCalledExactlyOnceWith(withActions, openCrm);
    expect(onClick).not.toHaveBeenCalled();
  });

  it('has no buttons on Linux, whose servers are not asked for any', () => {
    const { notifier, made } = setUp('linux');
    notifier.show(withActions);
    expect(made[0]?.options).not.toHaveProperty('actions');
  });

  it('is answered once, whatever the system says twice', () => {
    const { notifier, made, onAction, onClick } = setUp('win32');
    notifier.show(withActions);
    made[0]?.emit('action', { actionIndex: 0 });
    made[0]?.emit('action', { actionIndex: 0 });
    made[0]?.emit('click');
    expect(onAction).toHaveBeenCalledOnce();
    expect(onClick).not.toHaveBeenCalled();
  });

  it('takes a button that it does not have for a click', () => {
    const { notifier, made, onAction, onClick } = setUp('win32');
    notifier.show(withActions);
    made[0]?.emit('action', { actionIndex: 2 });
    expect(onClick).toHaveBeenCalledExactlyOnceWith(withActions);
    expect(onAction).not.toHaveBeenCalled();
  });

  it('holds on to the latest fifty, which are collected with their clicks otherwise', async () => {
    const shown: WeakRef<object>[] = [];
    class Forgotten {
      on = () => this;
      show = () => void shown.push(new WeakRef(this));
    }
    const Notification = Forgotten as unknown as typeof Electron.Notification;
    const { show } = createNotifier({
      ...setUp('linux'),
      Notification,
      platform: 'linux',
      isSilent: () => false,
    });
    for (let index = 0; index < 52; index += 1) show(content);
    await setImmediate();
    setFlagsFromString('--expose-gc');
    runInNewContext('gc')();
    const isHeld = shown.map((one) => one.deref() !== undefined);
    expect(isHeld).toEqual(isHeld.map((_, index) => index >= 2));
  });

  it('logs a failure without what it said', () => {
    const { notifier, made, log } = setUp('darwin');
    notifier.show(content);
    made[0]?.emit('failed');
    expect(log.lines.join()).toContain('failure text');
    expect(log.lines.join()).not.toContain('x < y');
  });
});
