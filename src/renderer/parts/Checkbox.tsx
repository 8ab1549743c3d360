import type { ReactNode } from 'react';
import { Checkbox as AriaCheckbox } from 'react-aria-components/Checkbox';
import { Icon } from './Icon.tsx';

interface CheckboxProps {
  readonly children: ReactNode;
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
}

export function Checkbox({ children, ...props }: CheckboxProps) {
  return (
    <AriaCheckbox {...props} className="group flex min-h-7 items-center gap-2">
      <span className="grid size-4 shrink-0 place-items-center rounded border border-line-strong bg-surface group-data-focus-visible:outline-2 group-data-focus-visible:outline-offset-1 group-data-focus-visible:outline-accent group-data-selected:border-accent group-data-selected:bg-accent forced-colors:group-data-selected:bg-[Highlight]">
        <Icon name="check" className="invisible size-3 text-on-accent group-data-selected:visible" />
      </span>
      <span className="min-w-0 wrap-anywhere">{children}</span>
    </AriaCheckbox>
  );
}
