// Loaded into a real Electron before the app (`electron -r`): notes what goes to the tray and to the
// notification centre, because no test can look there. What would leave the app (links, the clipboard, dialogs) is
// noted and not done. The app itself is not touched.
const { createHash } = require('node:crypto');
const electron = require('electron');

const { Menu, Notification, Tray, app, nativeImage } = electron;
const record = {
  tooltip: '',
  icon: '',
  menu: null,
  tray: null,
  messages: [],
  idleSeconds: null,
  notifications: [],
  shown: new Map(),
  menuItems: () => itemsOf(record.menu),
};
globalThis.crocoRecord = record;

const itemsOf = (menu) => menu?.items.flatMap((item) => [item, ...itemsOf(item.submenu)]) ?? [];

// These modules are not there before `ready`; this is asked for before the app asks.
app.whenReady().then(() => {
  const { clipboard, dialog, powerMonitor, shell } = electron;
  const say = (kind, text) => void record.messages.push({ kind, text });
  shell.openExternal = async (url) => say('would-open', new URL(url).href);
  clipboard.writeText = async (text) => say('copied', text);
  dialog.showErrorBox = (title, content) => say('dialog', `${title}\n${content}`);
  const idleTime = powerMonitor.getSystemIdleTime.bind(powerMonitor);
  powerMonitor.getSystemIdleTime = () => record.idleSeconds ?? idleTime();
});

function after(prototype, name, note) {
  const original = prototype[name];
  prototype[name] = function recorded(...args) {
    const result = original.apply(this, args);
    note(this, ...args);
    return result;
  };
}

// A tray is made with its first picture, which cannot be asked of it: the last one made stands for it.
let lastMade = null;
const createFromBuffer = nativeImage.createFromBuffer.bind(nativeImage);
nativeImage.createFromBuffer = (...args) => {
  lastMade = createFromBuffer(...args);
  return lastMade;
};
const digestOf = (image) =>
  createHash('sha256')
    .update(image.toDataURL({ scaleFactor: 2 }))
    .digest('hex');

after(Tray.prototype, 'setToolTip', (tray, text) => {
  record.tray = tray;
  if (record.icon === '' && lastMade !== null) record.icon = digestOf(lastMade);
  record.tooltip = text;
});
after(Tray.prototype, 'setContextMenu', (_tray, menu) => {
  record.menu = menu;
});
after(Tray.prototype, 'setImage', (tray, image) => {
  record.tray = tray;
  record.icon = digestOf(image);
});
after(Notification.prototype, 'show', (notification) => {
  const id = String(record.notifications.length + 1);
  record.notifications.push({ id, title: notification.title, body: notification.body, closed: false });
  record.shown.set(id, notification);
});
after(Notification.prototype, 'close', (notification) => {
  for (const [id, shown] of record.shown) {
    if (shown === notification) record.notifications[Number(id) - 1].closed = true;
  }
});

// Where the menu only pops up on a click, what was last built from a template stands for it.
const build = Menu.buildFromTemplate.bind(Menu);
Menu.buildFromTemplate = (template) => {
  const menu = build(template);
  if (template.some(({ id }) => id === 'quit')) record.menu = menu;
  return menu;
};
