import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { Label } from 'react-aria-components/Label';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { Select as AriaSelect, SelectValue } from 'react-aria-components/Select';
import { Icon } from './Icon.tsx';

interface SelectProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly SelectOption<T>[];
  readonly onChange: (value: T) => void;
}

export interface SelectOption<T extends string> {
  readonly value: T;
  readonly label: string;
  readonly mark?: ReactNode;
}

/** One choice of many. */
export function Select<T extends string>({ label, value, options, onChange }: SelectProps<T>) {
  const chosen = options.find((option) => option.value === value);
  return (
    <AriaSelect
      value={value}
      onChange={(key) => {
        const option = options.find((one) => one.value === key);
        if (option !== undefined) onChange(option.value);
      }}
      className="flex items-center justify-between gap-3"
    >
      <Label className="shrink-0">{label}</Label>
      <Button className="flex h-8 min-w-0 items-center gap-2 rounded-md border border-line-strong bg-surface pr-2 pl-2.5 hover:bg-sunken">
        <SelectValue className="flex min-w-0 items-center gap-2">
          {() => (
            <>
              {chosen?.mark}
              <span className="truncate">{chosen?.label}</span>
            </>
          )}
        </SelectValue>
        <Icon name="chevron" className="size-3.5 text-muted" />
      </Button>
      <Popover
        placement="bottom end"
        offset={4}
        className="min-w-(--trigger-width) max-w-80 overflow-y-auto rounded-lg border border-line-strong bg-raised p-1 shadow-lg"
      >
        <ListBox items={options} className="outline-none">
          {(option: SelectOption<T>) => (
            <ListBoxItem
              id={option.value}
              textValue={option.label}
              className="group flex min-h-8 items-center gap-2 rounded-md px-2 py-1 outline-none data-focused:bg-sunken data-focus-visible:outline-2 data-focus-visible:-outline-offset-2 data-focus-visible:outline-accent"
            >
              {option.mark}
              <span className="min-w-0 grow wrap-anywhere group-data-selected:font-medium">
                {option.label}
              </span>
              <Icon name="check" className="invisible size-3.5 text-accent group-data-selected:visible" />
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
