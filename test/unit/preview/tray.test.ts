import { expect, test, vi } from 'vitest';
import { makeStandIn } from './make-stand-in.ts';

const noPicture = Buffer.alloc(0);

function makeTray(platform: NodeJS.Platform) {
  const standIn = makeStandIn(platform);
  standIn.app.becomeReady();
  const tray = new standIn.Tray(standIn.nativeImage.createFromBuffer(noPicture));
  const heard: string[] = [];
  for (const name of ['click', 'right-click', 'double-click'] as const) tray.on(name, () => heard.push(name));
  const menu = standIn.Menu.buildFromTemplate([{ id: 'one', label: 'One', click: () => heard.push('one') }]);
  return { ...standIn, tray, menu, heard };
}

test.each([
  ['linux', true, ['click'], true],
  ['linux', false, ['click'], false],
  ['win32', true, ['click'], true],
  ['win32', false, ['click', 'right-click'], false],
  ['darwin', false, ['click', 'right-click'], false],
] as const)(
  'on %s with a menu set: %s, a left and a right click say %j',
  (platform, isSet, expected, opens) => {
    const { tray, menu, heard, desktop } = makeTray(platform);
    if (isSet) tray.setContextMenu(menu);
    desktop.act({ do: 'click-tray' });
    desktop.act({ do: 'right-click-tray' });
    expect(heard).toEqual(expected);
    expect(desktop.state().tray.poppedUp > 0).toBe(opens);
  },
);

test('on macOS a left click also opens a menu that was set', () => {
  const { tray, menu, heard, desktop } = makeTray('darwin');
  tray.setContextMenu(menu);
  desktop.act({ do: 'click-tray' });
  expect(heard).toEqual(['click']);
  expect(desktop.state().tray.poppedUp).toBe(1);
});

test('a menu that the app opens itself can be clicked', () => {
  const { tray, menu, heard, desktop } = makeTray('win32');
  tray.on('right-click', () => tray.popUpContextMenu(menu));
  expect(desktop.act({ do: 'click-menu', id: 'one' })).toBe(true);
  expect(heard).toEqual(['right-click', 'one']);
});

test('on Linux an item changed in place is not seen before the menu is set again', () => {
  const { tray, menu, desktop } = makeTray('linux');
  const labels = () => desktop.state().tray.menu.map(({ label }) => label);
  tray.setContextMenu(menu);
  for (const item of menu.items) item.label = 'Two';
  expect(labels()).toEqual(['One']);
  tray.setContextMenu(menu);
  expect(labels()).toEqual(['Two']);
});

test('only on Linux is the icon nowhere', () => {
  const nowhere = { x: 0, y: 0, width: 0, height: 0 };
  const boundsOn = (platform: NodeJS.Platform) => {
    const { tray, desktop } = makeTray(platform);
    const heard = vi.fn();
    tray.on('click', (_event, bounds) => heard(bounds));
    desktop.act({ do: 'click-tray' });
    return heard.mock.lastCall?.[0];
  };
  expect(boundsOn('linux')).toEqual(nowhere);
  expect(boundsOn('win32')).not.toEqual(nowhere);
});

test('Windows cuts the tooltip at 127 units', () => {
  const { tray, desktop } = makeTray('win32');
  tray.setToolTip('x'.repeat(200));
  expect(desktop.state().tray.tooltip).toHaveLength(127);
});

test('after destroy every method throws', () => {
  const { tray, menu, desktop } = makeTray('linux');
  tray.destroy();
  for (const use of [() => tray.setToolTip('x'), () => tray.popUpContextMenu(menu)]) {
    expect(use).toThrow('Tray is destroyed');
  }
  expect(desktop.act({ do: 'click-tray' })).toBe(false);
});

test('before ready there is no tray', () => {
  const { Tray, nativeImage } = makeStandIn();
  expect(() => new Tray(nativeImage.createFromBuffer(noPicture))).toThrow(
    'Cannot create Tray before app is ready',
  );
});

test('a disabled and a separating item cannot be clicked', () => {
  const { tray, Menu, desktop } = makeTray('linux');
  const click = vi.fn();
  tray.setContextMenu(
    Menu.buildFromTemplate([
      { id: 'off', label: 'Off', enabled: false, click },
      { id: 'line', type: 'separator', click },
      { label: 'More', submenu: [{ id: 'deep', label: 'Deep', click }] },
    ]),
  );
  for (const id of ['off', 'line', 'nobody']) expect(desktop.act({ do: 'click-menu', id })).toBe(false);
  expect(click).not.toHaveBeenCalled();
  expect(desktop.act({ do: 'click-menu', label: 'Deep' })).toBe(true);
  expect(click).toHaveBeenCalledOnce();
  expect(desktop.state().tray.menu.map(({ key }) => key)).toEqual(['0', '1', '2']);
});

test('an item is clicked by the words a person sees', () => {
  const { tray, Menu, desktop } = makeTray('linux');
  const click = vi.fn();
  tray.setContextMenu(Menu.buildFromTemplate([{ label: 'R&&D — &Ready', click }]));
  expect(desktop.state().tray.menu[0]?.label).toBe('R&D — Ready');
  expect(desktop.act({ do: 'click-menu', label: 'R&D — Ready' })).toBe(true);
  expect(click).toHaveBeenCalledOnce();
});

test('a menu item without label, role or type is refused', () => {
  const { Menu } = makeStandIn();
  expect(() => Menu.buildFromTemplate([{}])).toThrow('must have at least one of label, role or type');
});
