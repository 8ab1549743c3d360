import { EventEmitter } from 'node:events';
import type Electron from 'electron';
import type { Desktop, MenuItemWanted, TrayOnDesktop } from '../desktop.ts';
import type { MenuItemState, TrayState } from '../wire/desktop-state.ts';
import type { Emits } from './drift.ts';
import type { StandInMenu } from './menu.ts';
import type { StandInImage } from './native-image.ts';
import type { Readiness } from './readiness.ts';
import { nowhere, type Rectangle } from './screen.ts';

export interface TrayParts {
  readonly readiness: Readiness;
  readonly desktop: Desktop;
  readonly platform: NodeJS.Platform;
  /** Where the icon is on the stand-in desktop, in DIP. */
  readonly iconBounds: () => Rectangle;
}

const keys = { altKey: false, shiftKey: false, ctrlKey: false, metaKey: false };

export function createTrayClass({ readiness, desktop, platform, iconBounds }: TrayParts) {
  const isLinux = platform === 'linux';

  return class Tray extends EventEmitter<Emits<Electron.Tray, 'click' | 'double-click' | 'right-click'>> {
    #image: StandInImage;
    #toolTip = '';
    #title = '';
    #menu: StandInMenu | null = null;
    /** Linux exports a copy of the menu: items changed in place are not seen until it is set again. */
    #menuState: readonly MenuItemState[] = [];
    #poppedUp = 0;
    #menuBuilds = 0;
    #isDestroyed = false;
    /** Electron on Linux tries once, and falls back to an icon that hardly any desktop shows. */
    readonly #isRegistered = !isLinux || desktop.switches.trayHost === 'there';

    constructor(image: StandInImage) {
      super();
      readiness.demand('Cannot create Tray before app is ready');
      this.#image = image;
      desktop.tray = this.#onDesktop();
      desktop.changed();
    }

    setImage = (image: StandInImage): void => this.#change(() => (this.#image = image));
    setToolTip = (toolTip: string): void =>
      this.#change(() => {
        this.#toolTip = platform === 'win32' ? shownByWindows(toolTip) : toolTip;
        this.#menuBuilds += 1;
      });
    getBounds = (): Rectangle => {
      this.#demandAlive();
      return isLinux ? nowhere : iconBounds();
    };
    setTitle = (title: string): void => this.#change(() => (this.#title = title));
    setContextMenu = (menu: StandInMenu | null): void => this.#change(() => this.#takeMenu(menu));
    setIgnoreDoubleClickEvents = (_ignore: boolean): void => this.#demandAlive();

    popUpContextMenu = (menu?: StandInMenu): void => {
      this.#demandAlive();
      const shown = menu ?? this.#menu;
      if (shown !== null) this.#popUp(shown);
    };

    destroy = (): void => {
      if (this.#isDestroyed) return;
      this.#isDestroyed = true;
      if (isLinux && this.#isRegistered) desktop.deadIcons += 1;
      desktop.tray = null;
      desktop.changed();
    };

    #popUpMenu: StandInMenu | null = null;

    #popUp(menu: StandInMenu): void {
      this.#popUpMenu = menu;
      this.#poppedUp += 1;
      desktop.changed();
    }

    #takeMenu(menu: StandInMenu | null): void {
      this.#menu = menu;
      this.#menuBuilds += 1;
      this.#menuState = menu?.toState() ?? [];
    }

    #demandAlive(): void {
      if (this.#isDestroyed) throw new Error('Tray is destroyed');
    }

    #change(work: () => unknown): void {
      this.#demandAlive();
      work();
      desktop.changed();
    }

    #state(): TrayState {
      const menu = this.#menu === null ? (this.#popUpMenu?.toState() ?? []) : this.#shownMenu(this.#menu);
      return {
        isShown: this.#isShown(),
        tooltip: this.#toolTip,
        title: this.#title,
        menu,
        poppedUp: this.#poppedUp,
        icon: this.#isShown() ? this.#image.toState(platform) : null,
        menuBuilds: this.#menuBuilds,
        deadIcons: 0,
      };
    }

    #isShown(): boolean {
      return this.#isRegistered && (!isLinux || desktop.switches.trayHost === 'there');
    }

    #shownMenu(menu: StandInMenu): readonly MenuItemState[] {
      return isLinux ? this.#menuState : menu.toState();
    }

    #fire(name: 'click' | 'double-click' | 'right-click'): void {
      this.emit(name, keys, isLinux ? nowhere : iconBounds());
    }

    #click(): void {
      if (this.#isDestroyed) return;
      this.#fire('click');
      if (platform === 'darwin' && this.#menu !== null) this.#popUp(this.#menu);
    }

    #rightClick(): void {
      // With a menu set the desktop opens it and says nothing; Linux never says it.
      if (this.#menu === null && !isLinux) this.#fire('right-click');
      else if (this.#menu !== null) this.#popUp(this.#menu);
    }

    #clickItem(wanted: MenuItemWanted): boolean {
      // Where the app opens its menu itself, a person first has to ask for it.
      if (this.#menu === null) this.#rightClick();
      const item = (this.#menu ?? this.#popUpMenu)?.find(wanted) ?? null;
      item?.click();
      return item !== null;
    }

    #onDesktop(): TrayOnDesktop {
      return {
        state: () => this.#state(),
        click: (heldMs) => {
          // Elsewhere than on Linux the button takes the focus when it goes down.
          if (!isLinux) desktop.window?.blur();
          if (heldMs === 0) this.#click();
          else setTimeout(() => this.#click(), heldMs);
        },
        doubleClick: () => this.#fire('double-click'),
        rightClick: () => this.#rightClick(),
        clickItem: (wanted) => this.#clickItem(wanted),
      };
    }
  };
}

/** Windows keeps 127 units, and swallows each `&` but one of three in a row. */
const shownByWindows = (toolTip: string): string =>
  toolTip.slice(0, 127).replace(/&{1,3}/g, (run) => (run.length === 3 ? '&' : ''));
