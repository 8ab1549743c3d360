import type { ReactNode } from 'react';
import { Button } from './Button.tsx';

interface SlimBarProps {
  readonly children: ReactNode;
  readonly action: string;
  /** What the action is called where the bar is not seen around it. */
  readonly actionLabel?: string;
  readonly onAction: () => void;
}

/** A mode the whole screen is in, and the way out of it. */
export function SlimBar({ children, action, actionLabel = action, onAction }: SlimBarProps) {
  return (
    <div className="flex flex-wrap items-center justify-end gap-x-2 border-b border-line bg-accent/12 py-1 pr-2 pl-4">
      <span className="flex min-w-0 grow basis-40 items-center gap-1.5 tabular-nums">{children}</span>
      <Button isSmall aria-label={actionLabel} onPress={onAction}>
        {action}
      </Button>
    </div>
  );
}
