import type { ReactNode } from 'react';
import { Checkbox as AriaCheckbox } from 'react-aria-components/Checkbox';
import { TickBox } from './TickBox.tsx';

interface CheckboxProps {
  readonly children: ReactNode;
  readonly isSelected: boolean;
  /** Neither all of it nor nothing. */
  readonly isSome?: boolean;
  readonly isDisabled?: boolean;
  readonly onChange: (isSelected: boolean) => void;
}

export function Checkbox({ children, isSome = false, ...props }: CheckboxProps) {
  return (
    <AriaCheckbox
      {...props}
      isIndeterminate={isSome}
      className="flex min-h-7 items-center gap-2 rounded outline-offset-2 data-disabled:text-muted data-focus-visible:outline-2 data-focus-visible:outline-accent"
    >
      <TickBox isChecked={isSome ? 'some' : props.isSelected} />
      <span className="min-w-0 wrap-anywhere">{children}</span>
    </AriaCheckbox>
  );
}
