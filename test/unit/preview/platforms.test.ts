import { setImmediate } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { Desktop } from '../../../src/preview/desktop.ts';
import { createElectron } from '../../../src/preview/electron/create-electron.ts';
import { plainDesktop, type SwitchChanges, withChanges } from '../../../src/preview/wire/switches.ts';

/** Electron's stand-in after `ready`, on one platform. */
function standInOn(platform: NodeJS.Platform, switches: SwitchChanges = {}) {
  const desktop = new Desktop('Test', withChanges(plainDesktop, switches));
  const electron = createElectron({
    name: 'Test',
    version: '1.0.0',
    platform,
    env: {},
    paths: { get: () => '/data', set: () => {} },
    lock: { request: () => true, release: () => {}, isHeld: () => true },
    desktop,
    sendToFrames: () => {},
    exit: () => {},
  });
  electron.app.becomeReady();
  return { ...electron.module, desktop };
}

/** Just enough of a PNG to have a size. */
function pngOf(sizePx: number): Buffer {
  const png = Buffer.alloc(24);
  png.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  png.writeUInt32BE(sizePx, 16);
  png.writeUInt32BE(sizePx, 20);
  return png;
}

const rare = ['lock-screen', 'unlock-screen', 'on-battery'] as const;
test.each([
  ['linux', ['suspend', 'resume']],
  ['win32', ['suspend', 'resume', ...rare]],
  ['darwin', ['suspend', 'resume', ...rare]],
] as const)('on %s these reach the app: %j', (platform, expected) => {
  const { powerMonitor, desktop } = standInOn(platform);
  const heard: string[] = [];
  for (const event of ['suspend', 'resume', ...rare] as const) {
    powerMonitor.on(event, () => heard.push(event));
    desktop.act({ do: 'power', event });
  }
  expect(heard).toEqual(expected);
  expect(powerMonitor.isOnBatteryPower()).toBe(platform !== 'linux');
});

test('of the taskbar of Windows nothing is known at first, and the opposite after an update', () => {
  const { nativeTheme, desktop } = standInOn('win32', { taskbar: 'dark' });
  const isDark = () => nativeTheme.shouldUseDarkColorsForSystemIntegratedUI;
  expect(isDark()).toBe(false);
  desktop.act({ do: 'switch', switches: { taskbar: 'light' } });
  expect(isDark()).toBe(true);
  desktop.act({ do: 'switch', switches: { taskbar: 'dark' } });
  expect(isDark()).toBe(false);
});

test('Windows draws with the picture for 1× only, and swallows ampersands but one of three', () => {
  const { Tray, nativeImage, desktop } = standInOn('win32');
  const image = nativeImage.createFromBuffer(pngOf(24));
  image.addRepresentation({ scaleFactor: 2, buffer: pngOf(32) });
  const tray = new Tray(image);
  tray.setToolTip('R&D and Q&&&A');
  expect(desktop.state().tray).toMatchObject({ icon: { width: 16, pixels: 24 }, tooltip: 'RD and Q&A' });
  new Tray(nativeImage.createFromBuffer(pngOf(32), { scaleFactor: 2 }));
  expect(desktop.state().tray.icon).toBeNull();
});

test('on Linux an icon that found no panel is never shown, and one that did leaves a dead one', () => {
  const { Tray, nativeImage, desktop } = standInOn('linux', { trayHost: 'none' });
  const first = new Tray(nativeImage.createFromBuffer(pngOf(22)));
  desktop.act({ do: 'switch', switches: { trayHost: 'there' } });
  expect(desktop.act({ do: 'click-tray' })).toBe(false);
  first.destroy();
  const second = new Tray(nativeImage.createFromBuffer(pngOf(22)));
  expect(desktop.state().tray).toMatchObject({ isShown: true, deadIcons: 0 });
  second.destroy();
  expect(desktop.state().tray).toMatchObject({ isShown: false, deadIcons: 1 });
});

test('a button that is held down takes the focus first, and clicks when it goes up', async () => {
  const { Tray, nativeImage, BrowserWindow, desktop } = standInOn('win32');
  const heard: string[] = [];
  new Tray(nativeImage.createFromBuffer(pngOf(16))).on('click', () => heard.push('click'));
  new BrowserWindow().on('blur', () => heard.push('blur'));
  desktop.act({ do: 'click-tray', heldMs: 20 });
  expect(heard).toEqual(['blur']);
  await vi.waitFor(() => expect(heard).toEqual(['blur', 'click']));
});

test.each([
  ['win32', [570, 380]],
  ['darwin', [380, 380]],
] as const)(
  'on %s a window is as wide as %j between two scales: at first, and set again',
  (platform, widths) => {
    const { BrowserWindow, desktop } = standInOn(platform, { iconDisplay: 'second', scaleFactor: 1.5 });
    const window = new BrowserWindow({ show: false, x: 2_000, y: 0, width: 380, height: 600 });
    const widthNow = () => {
      window.setBounds({ x: 8, y: 8, width: 380, height: 600 });
      return desktop.state().window.bounds.width;
    };
    expect([widthNow(), widthNow()]).toEqual(widths);
  },
);

test('what a desktop makes of a notification is a switch', async () => {
  const { Notification, desktop } = standInOn('darwin');
  const heard: string[] = [];
  const showOne = async () => {
    const notification = new Notification({ title: 'Call connected' });
    for (const name of ['show', 'failed'] as const) notification.on(name, () => heard.push(name));
    notification.show();
    await setImmediate();
    return [Notification.isSupported(), desktop.state().notifications.length, heard.splice(0)];
  };
  expect(await showOne()).toEqual([true, 1, ['show']]);
  desktop.act({ do: 'switch', switches: { notifications: 'fail' } });
  expect(await showOne()).toEqual([true, 1, ['failed']]);
  desktop.act({ do: 'switch', switches: { notifications: 'silent' } });
  expect(await showOne()).toEqual([false, 1, []]);
});

test('Windows hands over toasts of an earlier run, and buttons of live ones as well', () => {
  const { Notification, desktop } = standInOn('win32');
  const heard: unknown[] = [];
  desktop.act({ do: 'answer-earlier-notification', arguments: '' });
  Notification.handleActivation(({ arguments: text }) => heard.push(text));
  desktop.act({ do: 'answer-earlier-notification', arguments: 'type=action&action=1&tag=old' });
  const live = new Notification({ id: 'live', actions: [{ type: 'button', text: 'Open' }] });
  live.on('action', () => heard.push('its own'));
  live.show();
  desktop.act({ do: 'notification-action', id: 'live', index: 0 });
  expect(heard).toEqual(['', 'type=action&action=1&tag=old', 'type=action&action=0&tag=live', 'its own']);
});
