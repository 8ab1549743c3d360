import { EventEmitter } from 'node:events';
import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type Electron from 'electron';
import { describe, expect, it, vi } from 'vitest';
import type { CallAction } from '../../../../src/main/alerts/call-actions.ts';
import { createNotifier } from '../../../../src/main/alerts/show.ts';
import { createQuietLog } from '../../../fakes/quiet-log.ts';

function setUp(platform: NodeJS.Platform, isSupported = true) {
  const made: FakeNotification[] = [];
  const activations: ((details: object) => void)[] = [];
  class FakeNotification extends EventEmitter {
    static isSupported = () => isSupported;
    static handleActivation = (callback: (details: object) => void) => void activations.push(callback);
    readonly options: Electron.NotificationConstructorOptions;
    show = vi.fn();
    constructor(options: Electron.NotificationConstructorOptions) {
      super();
      this.options = options;
      made.push(this);
    }
  }
  const onClick = vi.fn();
  const onAction = vi.fn();
  const onEarlier = vi.fn();
  const onOutcome = vi.fn();
  const log = createQuietLog();
  const Notification = FakeNotification as unknown as typeof Electron.Notification;
  const callbacks = { onClick, onAction, onEarlier, onOutcome };
  const parts = { Notification, platform, ...callbacks, isSilent: () => false, log };
  /** What Windows hands over of a toast that was answered, of whatever run. */
  const activate = (text: string) => {
    for (const callback of activations) callback({ type: 'action', arguments: text });
  };
  return { parts, show: createNotifier(parts).show, made, ...callbacks, activate, log };
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
  it('escapes the body on Linux, whose servers read it as markup and know no buttons, and nowhere else', () => {
    const bodies = (['linux', 'darwin', 'win32'] as const).map((platform) => {
      const { show, made } = setUp(platform);
      show(withActions);
      const { actions, ...options } = made[0]?.options ?? {};
      expect(actions?.length ?? 0).toBe(platform === 'linux' ? 0 : 2);
      return options;
    });
    expect(bodies).toEqual([
      { title: 'A & B', body: 'x &lt; y &amp; z', silent: false },
      { title: 'A & B', body: 'x < y & z', silent: false },
      { title: 'A & B', body: 'x < y & z', silent: false, id: expect.stringMatching(/^[\da-f-]{36}$/) },
    ]);
  });

  it('opens the agent on a click', () => {
    const { show, made, onClick } = setUp('linux');
    show(content);
    made[0]?.emit('click', {});
    expect(onClick).toHaveBeenCalledExactlyOnceWith(content);
  });

  it.each(['darwin', 'win32'] as const)('has buttons on %s, and does what they say', (platform) => {
    const { show, made, onAction, onClick } = setUp(platform);
    show(withActions);
    expect(made[0]?.options.actions).toEqual([
      { type: 'button', text: 'Copy lead ID' },
      { type: 'button', text: 'Open CRM' },
    ]);
    expect(made[0]?.options).not.toHaveProperty('hasReply');
    made[0]?.emit('action', { actionIndex: 1 });
    expect(onAction).toHaveBeenCalledExactlyOnceWith(withActions, openCrm);
    expect(onClick).not.toHaveBeenCalled();
  });

  it('is answered once, whatever the system says twice', () => {
    const { show, made, onAction, onClick } = setUp('win32');
    show(withActions);
    for (const event of ['action', 'action', 'click']) made[0]?.emit(event, { actionIndex: 0 });
    expect(onAction).toHaveBeenCalledOnce();
    expect(onClick).not.toHaveBeenCalled();
  });

  it('takes a button that it does not have for a click', () => {
    const { show, made, onAction, onClick } = setUp('win32');
    show(withActions);
    made[0]?.emit('action', { actionIndex: 2 });
    expect(onClick).toHaveBeenCalledExactlyOnceWith(withActions);
    expect(onAction).not.toHaveBeenCalled();
  });

  it('holds on to the latest fifty, which are collected with their clicks otherwise', async () => {
    const shown: WeakRef<object>[] = [];
    class Forgotten {
      static isSupported = () => true;
      on = () => this;
      show = () => void shown.push(new WeakRef(this));
    }
    const Notification = Forgotten as unknown as typeof Electron.Notification;
    const { show } = createNotifier({ ...setUp('linux').parts, Notification });
    for (let index = 0; index < 52; index += 1) show(content);
    await setImmediate();
    setFlagsFromString('--expose-gc');
    runInNewContext('gc')();
    const isHeld = shown.map((one) => one.deref() !== undefined);
    expect(isHeld).toEqual(isHeld.map((_, index) => index >= 2));
  });

  it('opens for a toast of an earlier run, and leaves a live one to itself', () => {
    const { show, made, activate, onEarlier } = setUp('win32');
    show(withActions);
    activate(`type=action&action=0&tag=${made[0]?.options.id}`);
    expect(onEarlier).not.toHaveBeenCalled();
    activate('type=action&action=0&tag=1b4e28ba-2fa1-11d2-883f-0016d3cca427');
    activate('');
    expect(onEarlier).toHaveBeenCalledTimes(2);
  });

  it('tells what became of it', () => {
    const { show, made, onOutcome } = setUp('darwin');
    show(content);
    expect(onOutcome).not.toHaveBeenCalled();
    made[0]?.emit('show');
    made[0]?.emit('failed');
    expect(onOutcome.mock.calls).toEqual([['shown'], ['failed']]);
  });

  it.each([
    ['linux', 1],
    // There the question asks the user for permission.
    ['darwin', 0],
    ['win32', 0],
  ] as const)('says on %s that nothing can be shown: at the start %d times', (platform, atStart) => {
    const { show, made, onOutcome } = setUp(platform, false);
    expect(onOutcome).toHaveBeenCalledTimes(atStart);
    show(content).close();
    expect(onOutcome.mock.lastCall).toEqual(['unsupported']);
    expect(made).toEqual([]);
  });

  it('logs a failure without what it said', () => {
    const { show, made, log } = setUp('darwin');
    show(content);
    made[0]?.emit('failed', {}, 'failure text');
    expect(log.lines.join()).toContain('failure text');
    expect(log.lines.join()).not.toContain('x < y');
  });
});
