import type Electron from 'electron';
import { type DrawIcon, iconSizes, inkFor } from './icon.ts';
import type { Icon } from './icon-svg.ts';
import type { TrayAction, TrayMenuItem } from './menu.ts';
import type { TrayView } from './view.ts';

export interface PanelParts {
  readonly electron: Pick<typeof Electron, 'Tray' | 'Menu' | 'nativeImage' | 'nativeTheme'>;
  readonly platform: NodeJS.Platform;
  readonly draw: DrawIcon;
  /** Asked when a menu is about to be shown, so that its times are right. */
  readonly viewNow: () => TrayView;
  readonly onAction: (action: TrayAction) => void;
  readonly onClick: (bounds: Electron.Rectangle) => void;
}

export interface Panel {
  readonly show: (view: TrayView) => void;
  readonly stop: () => void;
}

/** The one icon in the panel, and what each desktop wants done differently with it. */
export function createPanel(parts: PanelParts): Panel {
  const { platform, onAction, onClick } = parts;
  const { Tray, Menu, nativeImage, nativeTheme } = parts.electron;
  const isLinux = platform === 'linux';
  let view = parts.viewNow();
  let icon = iconOf(view);
  /** Held on to, because an open menu that nobody holds may be swept away. */
  let menu: Electron.Menu | null = null;
  let shown: Partial<Record<'tooltip' | 'title' | 'menu', string>> = {};
  const tray = new Tray(imageOf(icon));

  function iconOf({ face }: TrayView): Icon {
    return { ...face, ink: inkFor(platform, nativeTheme.shouldUseDarkColorsForSystemIntegratedUI) };
  }

  function imageOf(wanted: Icon): Electron.NativeImage {
    const [first, ...others] = iconSizes(platform);
    const image = nativeImage.createFromBuffer(parts.draw(wanted, first.sizePx), {
      scaleFactor: first.scaleFactor,
    });
    for (const { scaleFactor, sizePx } of others) {
      image.addRepresentation({ scaleFactor, buffer: parts.draw(wanted, sizePx) });
    }
    if (wanted.ink === 'template') image.setTemplateImage(true);
    return image;
  }

  function show(next: TrayView): void {
    view = next;
    const wanted = iconOf(view);
    if (JSON.stringify(wanted) !== JSON.stringify(icon)) tray.setImage(imageOf(wanted));
    icon = wanted;
    // Explorer forgets the tooltip when it restarts, and says nothing of it.
    if (view.tooltip !== shown.tooltip || platform === 'win32') tray.setToolTip(view.tooltip);
    const title = view.title ?? '';
    if (title !== (shown.title ?? '')) tray.setTitle(title, { fontType: 'monospacedDigit' });
    const menuText = JSON.stringify(view.menu);
    if (isLinux && menuText !== shown.menu) tray.setContextMenu(menuOf(view));
    shown = { tooltip: view.tooltip, title, menu: menuText };
  }

  function menuOf({ menu: items }: TrayView): Electron.Menu {
    menu = Menu.buildFromTemplate(items.map((item) => templateOf(item, onAction)));
    return menu;
  }

  const showAgain = () => show(view);
  nativeTheme.on('updated', showAgain);
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
      nativeTheme.off('updated', showAgain);
      menu = null;
      tray.destroy();
    },
  };
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
