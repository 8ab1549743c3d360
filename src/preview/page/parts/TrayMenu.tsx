import {
  Header,
  Menu,
  MenuItem,
  MenuSection,
  Popover,
  Separator,
  SubmenuTrigger,
} from 'react-aria-components';
import type { MenuItemState } from '../../wire/desktop-state.ts';

interface TrayMenuProps {
  readonly label: string;
  readonly items: readonly MenuItemState[];
  readonly onClick: (key: string) => void;
}

/** The native menu. Items that cannot be clicked stay readable: many apps write their status there. */
export function TrayMenu({ label, items, onClick }: TrayMenuProps) {
  return (
    <Menu
      className="menu"
      aria-label={label}
      autoFocus="first"
      disabledKeys={items.filter((item) => !item.enabled).map(({ key }) => key)}
      onAction={(key) => onClick(String(key))}
    >
      {items.map((item) => (
        <Item key={item.key} item={item} onClick={onClick} />
      ))}
    </Menu>
  );
}

function Item({ item, onClick }: { readonly item: MenuItemState; readonly onClick: (key: string) => void }) {
  if (item.type === 'separator') return <Separator className="menu-separator" id={item.key} />;
  if (item.type === 'header') {
    return (
      <MenuSection id={item.key}>
        <Header className="menu-header">{item.label}</Header>
      </MenuSection>
    );
  }
  const row = (
    <MenuItem className="menu-item" id={item.key} textValue={item.label}>
      <span className="menu-check" aria-hidden="true">
        {item.checked === true ? '✓' : ''}
      </span>
      <span>{item.label}</span>
      {item.submenu !== undefined && <span aria-hidden="true">›</span>}
      {item.checked !== undefined && <span className="unseen">{item.checked ? '(on)' : '(off)'}</span>}
    </MenuItem>
  );
  if (item.submenu === undefined) return row;
  return (
    <SubmenuTrigger>
      {row}
      <Popover className="menu-popover">
        <TrayMenu label={item.label} items={item.submenu} onClick={onClick} />
      </Popover>
    </SubmenuTrigger>
  );
}
