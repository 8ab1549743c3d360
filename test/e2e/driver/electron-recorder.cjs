// Loaded into a real Electron before the app (`electron -r`): notes what goes to the tray and to the
// notification centre, because no test can look there. The app itself is not touched.
const { Menu, Notification, Tray } = require('electron');

const record = { tooltip: '', menu: null, tray: null, notifications: [], shown: new Map() };
globalThis.crocoRecord = record;

function after(prototype, name, note) {
  const original = prototype[name];
  prototype[name] = function recorded(...args) {
    const result = original.apply(this, args);
    note(this, ...args);
    return result;
  };
}

after(Tray.prototype, 'setToolTip', (tray, text) => {
  record.tray = tray;
  record.tooltip = text;
});
after(Tray.prototype, 'setContextMenu', (_tray, menu) => {
  record.menu = menu;
});
after(Tray.prototype, 'setImage', (tray) => {
  record.tray = tray;
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
