import { EventEmitter } from 'node:events';
import type Electron from 'electron';
import type { MenuItemWanted } from '../desktop.ts';
import type { MenuItemState } from '../wire/desktop-state.ts';

export interface MenuRoles {
  readonly quit: () => void;
}

type Template = readonly (Electron.MenuItemConstructorOptions | StandInMenuItem)[];

export class StandInMenuItem {
  readonly id: string | undefined;
  readonly type: MenuItemState['type'];
  readonly role: string | undefined;
  readonly submenu: StandInMenu | undefined;
  readonly accelerator: string | undefined;
  readonly #onClick: Electron.MenuItemConstructorOptions['click'];
  readonly #roles: MenuRoles;
  label: string;
  enabled: boolean;
  visible: boolean;
  checked: boolean;

  constructor(options: Electron.MenuItemConstructorOptions, roles: MenuRoles) {
    const { type, role, label, submenu } = options;
    if (type === undefined && role === undefined && label === undefined && submenu === undefined) {
      throw new Error('Invalid template for MenuItem: must have at least one of label, role or type');
    }
    this.id = options.id;
    this.role = role;
    this.submenu = Array.isArray(submenu) ? new StandInMenu(submenu, roles) : undefined;
    this.type = type ?? (this.submenu === undefined ? 'normal' : 'submenu');
    this.label = label ?? (role === undefined ? '' : labelOfRole(role));
    this.enabled = options.enabled ?? true;
    this.visible = options.visible ?? true;
    this.checked = options.checked ?? false;
    this.accelerator = options.accelerator ?? undefined;
    this.#onClick = options.click;
    this.#roles = roles;
  }

  click = (): void => {
    if (this.type === 'checkbox') this.checked = !this.checked;
    if (this.type === 'radio') this.checked = true;
    if (this.#onClick !== undefined) {
      // The stand-in has the members the app uses; Electron's own type has many more.
      Reflect.apply(this.#onClick, undefined, [this, undefined, {}]);
    } else if (this.role === 'quit') this.#roles.quit();
  };
}

export class StandInMenu extends EventEmitter {
  readonly items: StandInMenuItem[];

  constructor(template: Template = [], roles: MenuRoles = { quit: () => {} }) {
    super();
    this.items = template.map((item) =>
      item instanceof StandInMenuItem ? item : new StandInMenuItem(item, roles),
    );
  }

  append = (item: StandInMenuItem): void => void this.items.push(item);
  popup = (): void => {};
  closePopup = (): void => {};

  getMenuItemById = (id: string): StandInMenuItem | null => {
    for (const item of this.items) {
      const found = item.id === id ? item : item.submenu?.getMenuItemById(id);
      if (found) return found;
    }
    return null;
  };

  toState(prefix = ''): MenuItemState[] {
    return this.items.flatMap((item, index) => (item.visible ? [stateOf(item, `${prefix}${index}`)] : []));
  }

  /** By its place, its id or its words; only one that a person could click. */
  find(wanted: MenuItemWanted, prefix = ''): StandInMenuItem | null {
    for (const [index, item] of this.items.entries()) {
      const key = `${prefix}${index}`;
      const isWanted =
        wanted.key === undefined
          ? (wanted.id !== undefined && wanted.id === item.id) ||
            (wanted.id === undefined && wanted.label !== undefined && wanted.label === shownLabel(item))
          : wanted.key === key;
      const isClickable =
        item.visible && item.enabled && item.type !== 'separator' && item.submenu === undefined;
      const found = isWanted && isClickable ? item : item.submenu?.find(wanted, `${key}.`);
      if (found) return found;
    }
    return null;
  }
}

/** One ampersand marks the access key, two stand for one. */
const shownLabel = ({ label }: StandInMenuItem): string => label.replace(/&(.)/g, '$1');

function stateOf(item: StandInMenuItem, key: string): MenuItemState {
  return {
    key,
    ...(item.id === undefined ? {} : { id: item.id }),
    label: shownLabel(item),
    type: item.type,
    enabled: item.enabled,
    ...(item.type === 'checkbox' || item.type === 'radio' ? { checked: item.checked } : {}),
    ...(item.submenu === undefined ? {} : { submenu: item.submenu.toState(`${key}.`) }),
  };
}

const labelOfRole = (role: string): string => role.charAt(0).toUpperCase() + role.slice(1);

/** `Menu` as the app imports it: a constructor with Electron's static makers. */
export function createMenuModule(roles: MenuRoles) {
  let applicationMenu: StandInMenu | null = null;
  return class Menu extends StandInMenu {
    static buildFromTemplate = (template: Template): StandInMenu => {
      if (!Array.isArray(template))
        throw new TypeError('Invalid template for Menu: Menu template must be an array');
      return new StandInMenu(template, roles);
    };
    static setApplicationMenu = (menu: StandInMenu | null): void => {
      applicationMenu = menu;
    };
    static getApplicationMenu = (): StandInMenu | null => applicationMenu;
    static sendActionToFirstResponder = (_action: string): void => {};
  };
}
