import { EventEmitter } from 'node:events';
import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type Electron from 'electron';
import { describe, expect, it, vi } from 'vitest';
import type { CallAction } from '../../../../src/main/alerts/call-actions.ts';
import { createNotifier } from '../../../../src/main/alerts/show.ts';
import { createQuietLog } from '../../../fakes/quiet-log.ts';

function setUp(platform: NodeJS.Platform) {
  const made: FakeNotification[] = [];
  class FakeNotification extends EventEmitter {
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
  const log = createQuietLog();
  const Notification = FakeNotification as unknown as typeof Electron.Notification;
  const parts = { Notification, platform, onClick, onAction, isSilent: () => false, log };
  return { parts, show: createNotifier(parts).show, made, onClick, onAction, log };
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
      { title: 'A & B', body: 'x < y & z', silent: false },
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

  it('logs a failure without what it said', () => {
    const { show, made, log } = setUp('darwin');
    show(content);
    made[0]?.emit('failed', {}, 'failure text');
    expect(log.lines.join()).toContain('failure text');
    expect(log.lines.join()).not.toContain('x < y');
  });
});
