import type Electron from 'electron';
import type { Log } from '../log/log.ts';
import type { DrawIcon } from './icon.ts';
import type { Icon } from './icon-svg.ts';
import type { TrayAction, TrayMenuItem } from './menu.ts';
import { createPace } from './pace.ts';
import { createSurface, type SurfaceParts } from './surface.ts';
import { windowsTooltip } from './tooltip.ts';
import type { TrayView } from './view.ts';

export interface PanelParts extends Pick<SurfaceParts, 'platform' | 'readTaskbarTheme'> {
  readonly electron: Pick<typeof Electron, 'Tray' | 'Menu' | 'nativeImage' | 'nativeTheme' | 'screen'>;
  readonly draw: DrawIcon;
  /** A PNG of 32 pixels for when nothing can be drawn. */
  readonly bundledPng: () => Buffer;
  /** Asked when a menu is about to be shown, so that its times are right. */
  readonly viewNow: () => TrayView;
  readonly onAction: (action: TrayAction) => void;
  readonly onClick: (bounds: Electron.Rectangle) => void;
  /** Tells how to find out where the icon is; null once it is gone. */
  readonly onIcon: (bounds: (() => Electron.Rectangle) | null) => void;
  readonly log: Log;
}

export interface Panel {
  readonly show: (view: TrayView) => void;
  readonly stop: () => void;
}

/** On Linux every new text rebuilds the menu, also while it is open, of which nothing tells (docs/electron.md §2.4). */
const linuxTextsEveryMs = 10_000;

/** The one icon in the panel, and what each desktop wants done differently with it. */
export function createPanel(parts: PanelParts): Panel {
  const { platform, onAction, onClick, log } = parts;
  const { Tray, Menu, nativeImage } = parts.electron;
  const isLinux = platform === 'linux';
  const surface = createSurface({ ...parts.electron, ...parts }, () => showPicture());
  const pace = createPace(() => {
    // What waited is told with the times of now.
    view = parts.viewNow();
    showTexts();
  }, linuxTextsEveryMs);
  let view = parts.viewNow();
  /** Held on to, because an open menu that nobody holds may be swept away. */
  let menu: Electron.Menu | null = null;
  let shown = { tooltip: '', title: '', menu: '', choices: '' };
  let canDraw = true;
  let picture = pictureOf(view);
  const tray = new Tray(imageOf(picture));

  function pictureOf({ face }: TrayView) {
    const { ink, sizes } = surface.now();
    return { icon: { ...face, ink }, sizes };
  }

  function imageOf({ icon, sizes }: ReturnType<typeof pictureOf>): Electron.NativeImage {
    try {
      return drawn(icon, sizes);
    } catch (error) {
      if (canDraw) log.error('the tray icon cannot be drawn', { error: String(error) });
      canDraw = false;
      return nativeImage.createFromBuffer(parts.bundledPng(), { scaleFactor: platform === 'win32' ? 1 : 2 });
    }
  }

  function drawn(
    icon: Icon,
    [first, ...others]: ReturnType<typeof surface.now>['sizes'],
  ): Electron.NativeImage {
    const image = nativeImage.createFromBuffer(parts.draw(icon, first.sizePx), {
      scaleFactor: first.scaleFactor,
    });
    for (const { scaleFactor, sizePx } of others) {
      image.addRepresentation({ scaleFactor, buffer: parts.draw(icon, sizePx) });
    }
    if (icon.ink === 'template') image.setTemplateImage(true);
    return image;
  }

  function show(next: TrayView): void {
    view = next;
    showPicture();
    const { tooltip, menu: wanted, choices } = textsOf(view);
    if (!isLinux || choices !== shown.choices) showTexts();
    else if (tooltip !== shown.tooltip || wanted !== shown.menu) pace.ask();
  }

  function showPicture(): void {
    const wanted = pictureOf(view);
    if (JSON.stringify(wanted) !== JSON.stringify(picture)) tray.setImage(imageOf(wanted));
    picture = wanted;
  }

  /** Each of them only when it changed: setting one costs a new picture on Windows and a new menu on Linux. */
  function showTexts(): void {
    const wanted = textsOf(view);
    if (wanted.tooltip !== shown.tooltip) {
      tray.setToolTip(platform === 'win32' ? windowsTooltip(wanted.tooltip) : wanted.tooltip);
    }
    if (wanted.title !== shown.title) tray.setTitle(wanted.title, { fontType: 'monospacedDigit' });
    if (isLinux && wanted.menu !== shown.menu) tray.setContextMenu(menuOf(view));
    shown = wanted;
  }

  function menuOf({ menu: items }: TrayView): Electron.Menu {
    menu = Menu.buildFromTemplate(items.map((item) => templateOf(item, onAction)));
    return menu;
  }

  // Electron on Linux does not know where its icon is.
  if (!isLinux) parts.onIcon(() => tray.getBounds());
  tray.on('click', (_event, bounds) => onClick(bounds));
  if (!isLinux) {
    // With a context menu set, macOS opens it on every click and Windows never says right-click.
    tray.on('right-click', () => tray.popUpContextMenu(menuOf(parts.viewNow())));
  }
  // The second press of a fast pair would otherwise be no click at all.
  if (platform === 'darwin') tray.setIgnoreDoubleClickEvents(true);
  else tray.on('double-click', () => onAction({ do: 'open' }));
  show(view);

  return {
    show,
    stop: () => {
      surface.stop();
      pace.stop();
      menu = null;
      parts.onIcon(null);
      tray.destroy();
    },
  };
}

/** What a panel says beside its picture. What happens on the floor is no choice of the user's. */
function textsOf({ tooltip, title = '', menu }: TrayView) {
  const choices = menu.filter(({ id }) => !id.startsWith('agent:') && id !== 'more' && id !== 'inbox');
  return { tooltip, title, menu: JSON.stringify(menu), choices: JSON.stringify(choices) };
}

function templateOf(
  { id, label, kind, enabled, checked, action, items = [] }: TrayMenuItem,
  onAction: (action: TrayAction) => void,
): Electron.MenuItemConstructorOptions {
  if (kind === 'separator') return { id, type: kind };
  if (kind === 'submenu') {
    return { id, label, type: kind, enabled, submenu: items.map((item) => templateOf(item, onAction)) };
  }
  const click = () => {
    if (action !== null) onAction(action);
  };
  return { id, label, type: kind, enabled, click, ...(kind === 'checkbox' ? { checked } : {}) };
}
