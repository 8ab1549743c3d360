import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { Label } from 'react-aria-components/Label';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { Select, SelectValue } from 'react-aria-components/Select';
import { FieldError } from 'react-aria-components/TextField';
import { Icon } from './Icon.tsx';
import { listOption, listPopover } from './list-box.ts';

export interface ChoiceOption<T extends string> {
  readonly value: T;
  readonly label: string;
  readonly mark?: ReactNode;
}

interface ChoiceProps<T extends string> {
  readonly label: string;
  /** Null while none of them is chosen. */
  readonly value: T | null;
  readonly options: readonly ChoiceOption<T>[];
  readonly onChange: (value: T) => void;
  readonly placeholder?: string;
  readonly error?: string | undefined;
  /** Beside its label, as in a list of settings, instead of below it. */
  readonly isInline?: boolean;
}

/** One choice of several, out of sight until asked for. */
export function Choice<T extends string>(props: ChoiceProps<T>) {
  const { label, value, options, onChange, placeholder = '', error, isInline = false } = props;
  const mark = options.find((option) => option.value === value)?.mark;
  return (
    <Select
      value={value}
      onChange={(chosen) => {
        const option = options.find((one) => one.value === chosen);
        if (option !== undefined) onChange(option.value);
      }}
      placeholder={placeholder}
      isInvalid={error !== undefined}
      validationBehavior="aria"
      className={`group flex ${isInline ? 'flex-wrap items-center justify-between gap-x-3' : 'flex-col gap-1'}`}
    >
      <Label className={isInline ? 'shrink-0' : 'font-medium'}>{label}</Label>
      <Button className="flex min-h-8 max-w-full min-w-0 items-center justify-between gap-2 rounded-md border border-line-strong bg-surface px-2.5 py-1 text-left group-data-invalid:border-danger hover:bg-sunken">
        <span className="flex min-w-0 items-center gap-2">
          {mark}
          <SelectValue
            className={`min-w-0 data-placeholder:text-muted ${isInline ? 'truncate' : 'wrap-anywhere'}`}
          >
            {({ isPlaceholder, selectedText, defaultChildren }) =>
              isPlaceholder ? defaultChildren : selectedText
            }
          </SelectValue>
        </span>
        <Icon name="chevron" className="size-4 text-muted" />
      </Button>
      <FieldError className="text-sm text-danger">{error}</FieldError>
      <Popover {...(isInline ? { placement: 'bottom end' as const } : {})} className={listPopover}>
        <ListBox className="outline-none">
          {options.map((option) => (
            <ListBoxItem
              key={option.value}
              id={option.value}
              textValue={option.label}
              className={`group/option ${listOption}`}
            >
              <Icon name="check" className="invisible size-3.5 group-data-selected/option:visible" />
              {option.mark}
              <span className="min-w-0">{option.label}</span>
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Select>
  );
}
