import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { SwitchChanges } from '../../src/preview/wire/switches.ts';
import { startWithoutBus } from '../fakes/keyring-session.ts';
import { makeTemporaryDirectory } from '../fakes/temporary-directory.ts';
import { host } from './driver/launch.ts';
import { launchPreview } from './driver/preview-driver.ts';
import { eventually } from './stage.ts';

type PlayedPlatform = 'linux' | 'win32' | 'darwin';

/** The app on another desktop than the one at hand, as docs/electron.md §13 lists them. */
async function launchOn(platform: PlayedPlatform, switches: SwitchChanges, flags: readonly string[] = []) {
  const stack = new AsyncDisposableStack();
  const directory = stack.use(await makeTemporaryDirectory());
  const session = await startWithoutBus();
  stack.defer(session.stop);
  const app = await launchPreview({
    userData: directory.path,
    env: session.env,
    flags: [`--desktop=${JSON.stringify({ platform, ...switches })}`, ...flags],
  });
  stack.defer(async () => void (await app.quit()));
  const change = (switched: SwitchChanges) => app.control({ do: 'switch', switches: switched });
  return {
    app,
    change,
    icon: async () => (await app.desktop()).tray.icon,
    window: async () => (await app.desktop()).window,
    testNotification: () => app.evaluate('window.croco.testNotification()'),
    diagnostics: async () => {
      await app.evaluate('window.croco.copyDiagnostics()');
      return (await app.messages()).findLast(({ kind }) => kind === 'copied')?.text ?? '';
    },
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  };
}

it('says what it leaves to the preview', ({ task }) => {
  const tests = task.file.tasks.flatMap((suite) => (suite.type === 'suite' ? suite.tasks : []));
  const leftOut = tests.filter(({ mode }) => mode === 'skip').map(({ name }) => name);
  if (leftOut.length > 0) console.log(`Needs a desktop that can be played:\n- ${leftOut.join('\n- ')}`);
  expect(leftOut.length).toBe(host === 'preview' ? 0 : tests.length);
});

describe.runIf(host === 'preview')('Windows', () => {
  it('at 150 % has a sharp icon for its taskbar, and a popover that a slow click closes', async () => {
    const scaled = { scaleFactor: 1.5, taskbar: 'light', iconDisplay: 'second' } as const;
    await using stage = await launchOn('win32', scaled);
    const { app, change, icon, window } = stage;
    await eventually(icon).toMatchObject({ pixels: 24, width: 16 });
    const onLight = (await icon())?.sha256;
    await change({ taskbar: 'dark' });
    await eventually(async () => (await icon())?.sha256).not.toBe(onLight);
    await change({ scaleFactor: 2 });
    await eventually(icon).toMatchObject({ pixels: 32 });

    // Nobody sees a locked screen, so the dialler is asked less often meanwhile. Linux would not tell.
    await app.evaluate('window.croco.startDemo()');
    const askedEveryMs = () =>
      app.evaluate('window.croco.getState().then(({ value }) => value.watch.effectiveIntervalMs)');
    await app.power('lock-screen');
    await eventually(askedEveryMs).toBeGreaterThanOrEqual(15_000);
    await app.power('unlock-screen');
    await eventually(askedEveryMs).toBeLessThan(15_000);

    await app.closeWindow();
    await app.control({ do: 'answer-earlier-notification', arguments: '' });
    const { origin } = await app.desktop();
    expect(origin.x).toBeGreaterThan(0);
    expect(await window()).toMatchObject({ visible: true, bounds: { width: 380 } });
    expect((await window()).bounds.x).toBeGreaterThanOrEqual(origin.x);
    await wait(400);
    await app.control({ do: 'click-tray', heldMs: 700 });
    expect((await window()).visible).toBe(false);
    await wait(900);
    expect((await window()).visible).toBe(false);
    await app.control({ do: 'click-tray' });
    expect((await window()).visible).toBe(true);

    await app.closeWindow();
    await change({ iconIsHidden: true, refusesFocus: true });
    await app.control({ do: 'answer-earlier-notification', arguments: '' });
    expect(await window()).toMatchObject({ visible: true, isFocused: false });
    expect((await window()).bounds.x).toBeLessThan(origin.x);
    await wait(900);
    await app.control({ do: 'click-tray' });
    expect((await window()).visible).toBe(false);
    await app.control({ do: 'theme', theme: 'dark' });
    expect((await window()).background).toBe('#17191a');
  });
});

describe.runIf(host === 'preview')('macOS', () => {
  it('says that it shows no notifications, and a second start opens what has no icon to click', async () => {
    await using stage = await launchOn('darwin', { notifications: 'fail' });
    const { app, change, icon, window } = stage;
    expect(await icon()).toMatchObject({ isTemplate: true, width: 16 });
    const notice = app.popover.getByText(/The system did not show a notification/);
    await stage.testNotification();
    await notice.waitFor();
    const copied = await stage.diagnostics();
    for (const line of ['notices: notifications-failed', '0 shown, 1 failed']) expect(copied).toContain(line);
    await change({ notifications: 'work' });
    await stage.testNotification();
    await eventually(() => notice.count()).toBe(0);

    await change({ iconIsHidden: true });
    await app.closeWindow();
    expect((await window()).visible).toBe(false);
    expect(await app.startAgain()).toBe(0);
    await eventually(async () => (await window()).visible).toBe(true);
  });
});

describe.runIf(host === 'preview')('Linux', () => {
  it('without libnotify and before its panel says so and can be opened, and shows its icon once', async () => {
    const bare = { trayHost: 'none', notifications: 'silent' } as const;
    await using stage = await launchOn('linux', bare, ['--demo']);
    const { app, change } = stage;
    const tray = async () => (await app.desktop()).tray;
    await app.popover.getByText(/the library libnotify is missing/).waitFor();
    const copied = await stage.diagnostics();
    for (const line of ['tray: absent', 'notices: no-libnotify']) expect(copied).toContain(line);
    expect((await tray()).isShown).toBe(false);
    await app.closeWindow();
    expect(await app.startAgain()).toBe(0);
    await eventually(app.isPopoverVisible).toBe(true);

    await change({ trayHost: 'there' });
    await eventually(tray).toMatchObject({ isShown: true, deadIcons: 0 });
    const { menuBuilds } = await tray();
    await wait(5_000);
    // The demo changes somebody every second or so; each time tooltip and menu build it once.
    expect((await tray()).menuBuilds - menuBuilds).toBeLessThanOrEqual(4);
    // A registered icon is left to Electron, whatever becomes of the panel.
    await change({ trayHost: 'none' });
    expect((await tray()).isShown).toBe(false);
    await change({ trayHost: 'there' });
    expect(await tray()).toMatchObject({ isShown: true, deadIcons: 0 });
  });
});
