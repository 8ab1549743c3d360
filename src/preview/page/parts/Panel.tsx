import { useEffect, useRef, useState } from 'react';
import { Button, Popover, Tooltip, TooltipTrigger } from 'react-aria-components';
import type { DesktopAction } from '../../wire/action.ts';
import type { Theme, TrayState } from '../../wire/desktop-state.ts';
import { TrayMenu } from './TrayMenu.tsx';

interface PanelProps {
  readonly appName: string;
  readonly tray: TrayState;
  readonly theme: Theme;
  readonly act: (action: DesktopAction) => void;
}

/** The desktop's own bar with the app's icon. The menu opens when the desktop says so, whoever asked. */
export function Panel({ appName, tray, theme, act }: PanelProps) {
  const anchor = useRef<HTMLButtonElement>(null);
  const [isMenuOpen, setMenuOpen] = useState(false);
  const seen = useRef(tray.poppedUp);
  useEffect(() => {
    if (tray.poppedUp > seen.current) setMenuOpen(true);
    seen.current = tray.poppedUp;
  }, [tray.poppedUp]);

  const name = tray.tooltip.startsWith(appName)
    ? tray.tooltip
    : [appName, tray.tooltip].filter(Boolean).join(': ');
  return (
    <nav className="panel" data-theme={theme} aria-label="Desktop panel">
      <span className="panel-name">Stand-in desktop</span>
      {tray.deadIcons > 0 && <span className="panel-note">Dead icons: {tray.deadIcons}</span>}
      {tray.isShown ? (
        <div className="tray">
          <TooltipTrigger delay={200} closeDelay={100}>
            <Button
              className="tray-icon"
              aria-label={name}
              onPress={() => act({ do: 'click-tray' })}
              ref={(button) => {
                anchor.current = button;
                if (button !== null) button.oncontextmenu = openInstead(act);
              }}
            >
              {tray.icon === null ? <span className="no-icon" /> : <Icon tray={tray} />}
              {tray.title !== '' && <span className="tray-title">{tray.title}</span>}
            </Button>
            {tray.tooltip !== '' && <Tooltip className="tooltip">{tray.tooltip}</Tooltip>}
          </TooltipTrigger>
          <Button
            className="tray-menu-button"
            aria-label="Tray menu"
            aria-haspopup="menu"
            onPress={() => act({ do: 'right-click-tray' })}
          >
            <span aria-hidden="true">▾</span>
          </Button>
          <Popover
            className="menu-popover"
            aria-label={`${appName} menu`}
            triggerRef={anchor}
            placement="bottom end"
            isOpen={isMenuOpen && tray.menu.length > 0}
            onOpenChange={setMenuOpen}
          >
            <TrayMenu
              label={`${appName} menu`}
              items={tray.menu}
              onClick={(key) => {
                setMenuOpen(false);
                act({ do: 'click-menu', key });
              }}
            />
          </Popover>
        </div>
      ) : (
        <span className="panel-note">No tray icon</span>
      )}
    </nav>
  );
}

const openInstead = (act: PanelProps['act']) => (event: MouseEvent) => {
  event.preventDefault();
  act({ do: 'right-click-tray' });
};

function Icon({ tray }: { readonly tray: TrayState }) {
  if (tray.icon === null) return null;
  const { dataUrl, width, height, isTemplate } = tray.icon;
  return (
    <img
      className={isTemplate ? 'icon template' : 'icon'}
      src={dataUrl}
      width={width}
      height={height}
      alt=""
    />
  );
}
