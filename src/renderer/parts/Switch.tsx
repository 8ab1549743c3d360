import { Switch as AriaSwitch } from 'react-aria-components/Switch';

export interface SwitchProps {
  readonly children: string;
  /** Where what stands beside it says enough to those who see it. */
  readonly isLabelHidden?: boolean;
  readonly isDisabled?: boolean;
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
  readonly 'aria-describedby'?: string;
}

export function Switch({ children, isLabelHidden = false, ...props }: SwitchProps) {
  return (
    <AriaSwitch {...props} className="group flex items-center justify-between gap-3 data-disabled:opacity-50">
      <span className={isLabelHidden ? 'sr-only' : ''}>{children}</span>
      <span className="flex h-5 w-9 shrink-0 items-center rounded-full border border-line-strong bg-sunken px-0.5 transition-colors group-data-focus-visible:outline-2 group-data-focus-visible:outline-offset-1 group-data-focus-visible:outline-accent group-data-selected:border-accent group-data-selected:bg-accent forced-colors:group-data-selected:bg-[Highlight]">
        <span className="size-3.5 rounded-full bg-line-strong transition-transform group-data-selected:translate-x-4 group-data-selected:bg-on-accent forced-colors:bg-[ButtonText]" />
      </span>
    </AriaSwitch>
  );
}
