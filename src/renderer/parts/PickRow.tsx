import type { ReactNode } from 'react';
import { TickBox } from './TickBox.tsx';

interface PickRowProps {
  readonly id: string;
  readonly user: string;
  readonly isChosen: boolean;
  readonly isFixed: boolean;
  readonly isCurrent: boolean;
  readonly position: number;
  readonly total: number;
  readonly topPx: number;
  readonly heightPx: number;
  readonly onPress: () => void;
  readonly children: ReactNode;
}

export function PickRow({ id, user, isChosen, isFixed, isCurrent, ...row }: PickRowProps) {
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the list has the focus, and names this one as its current.
    // biome-ignore lint/a11y/useKeyWithClickEvents: the list has the keys.
    <div
      role="option"
      id={id}
      data-user={user}
      aria-selected={isChosen}
      aria-disabled={isFixed}
      aria-posinset={row.position}
      aria-setsize={row.total}
      onClick={row.onPress}
      style={{ top: row.topPx, height: row.heightPx }}
      className={`absolute inset-x-0 flex items-center gap-2.5 border-b border-line px-4 ${isFixed ? '' : 'hover:bg-sunken'} ${isCurrent ? 'group-focus-visible:outline-2 group-focus-visible:-outline-offset-2 group-focus-visible:outline-accent' : ''}`}
    >
      <span className={isFixed ? 'opacity-50' : ''}>
        <TickBox isChecked={isChosen} />
      </span>
      {row.children}
    </div>
  );
}
