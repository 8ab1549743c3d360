import type Electron from 'electron';
import type { MenuItemWanted } from '../desktop.ts';
import type { MenuItemState } from '../wire/desktop-state.ts';

export class StandInMenuItem {
  readonly id: string | undefined;
  readonly type: MenuItemState['type'];
  readonly submenu: StandInMenu | undefined;
  readonly #onClick: Electron.MenuItemConstructorOptions['click'];
  label: string;
  enabled: boolean;
  checked: boolean;

  constructor(options: Electron.MenuItemConstructorOptions) {
    const { type, label, submenu } = options;
    if (type === undefined && label === undefined && submenu === undefined) {
      throw new Error('Invalid template for MenuItem: must have at least one of label, role or type');
    }
    this.id = options.id;
    this.submenu = Array.isArray(submenu) ? new StandInMenu(submenu) : undefined;
    this.type = type ?? (this.submenu === undefined ? 'normal' : 'submenu');
    this.label = label ?? '';
    this.enabled = options.enabled ?? true;
    this.checked = options.checked ?? false;
    this.#onClick = options.click;
  }

  click = (): void => {
    if (this.type === 'checkbox') this.checked = !this.checked;
    if (this.type === 'radio') this.checked = true;
    // The stand-in has the members the app uses; Electron's own type has many more.
    if (this.#onClick !== undefined) Reflect.apply(this.#onClick, undefined, [this, undefined, {}]);
  };
}

export class StandInMenu {
  readonly items: StandInMenuItem[];

  constructor(template: readonly Electron.MenuItemConstructorOptions[]) {
    this.items = template.map((item) => new StandInMenuItem(item));
  }

  toState(prefix = ''): MenuItemState[] {
    return this.items.map((item, index) => stateOf(item, `${prefix}${index}`));
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
      const isClickable = item.enabled && item.type !== 'separator' && item.submenu === undefined;
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

export const menuModule = {
  buildFromTemplate: (template: readonly Electron.MenuItemConstructorOptions[]): StandInMenu => {
    if (!Array.isArray(template)) {
      throw new TypeError('Invalid template for Menu: Menu template must be an array');
    }
    return new StandInMenu(template);
  },
  setApplicationMenu: (_menu: StandInMenu | null): void => {},
};
