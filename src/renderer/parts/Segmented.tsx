import type { ReactNode } from 'react';
import { Label } from 'react-aria-components/Label';
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup';
import { Text } from 'react-aria-components/Text';

interface SegmentedProps<T extends string> {
  readonly label: string;
  /** Null while none of them is chosen. */
  readonly value: T | null;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly onChange: (value: T) => void;
  readonly hint?: ReactNode;
}

/** One choice of a few, all in sight. */
export function Segmented<T extends string>({ label, value, options, onChange, hint }: SegmentedProps<T>) {
  return (
    <RadioGroup
      value={value}
      onChange={(chosen) => {
        const option = options.find((one) => one.value === chosen);
        if (option !== undefined) onChange(option.value);
      }}
      orientation="horizontal"
      className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1"
    >
      <Label>{label}</Label>
      <div className="flex flex-wrap rounded-lg border border-line bg-sunken p-0.5">
        {options.map((option) => (
          <Radio
            key={option.value}
            value={option.value}
            className="flex min-h-6 items-center rounded-md px-2.5 text-muted outline-offset-1 focus-visible:outline-2 data-focus-visible:outline-2 data-focus-visible:outline-accent data-selected:bg-raised data-selected:font-medium data-selected:text-ink data-selected:shadow-sm forced-colors:data-selected:outline-2"
          >
            {option.label}
          </Radio>
        ))}
      </div>
      {hint === undefined ? null : (
        <Text slot="description" className="basis-full text-sm text-muted">
          {hint}
        </Text>
      )}
    </RadioGroup>
  );
}
