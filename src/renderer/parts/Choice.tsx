import { Button } from 'react-aria-components/Button';
import { Label } from 'react-aria-components/Label';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { Select, SelectValue } from 'react-aria-components/Select';
import { FieldError } from 'react-aria-components/TextField';
import { Icon } from './Icon.tsx';
import { listOption, listPopover } from './list-box.ts';

interface ChoiceProps<T extends string> {
  readonly label: string;
  /** Null while none of them is chosen. */
  readonly value: T | null;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly onChange: (value: T) => void;
  readonly placeholder?: string;
  readonly error?: string | undefined;
}

/** One choice of several, out of sight until asked for. */
export function Choice<T extends string>(props: ChoiceProps<T>) {
  const { label, value, options, onChange, placeholder = '', error } = props;
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
      className="group flex flex-col gap-1"
    >
      <Label className="font-medium">{label}</Label>
      <Button className="flex min-h-8 items-center justify-between gap-2 rounded-md border border-line-strong bg-surface px-2.5 py-1 text-left group-data-invalid:border-danger hover:bg-sunken">
        <SelectValue className="min-w-0 wrap-anywhere data-placeholder:text-muted">
          {({ isPlaceholder, selectedText, defaultChildren }) =>
            isPlaceholder ? defaultChildren : selectedText
          }
        </SelectValue>
        <Icon name="chevron" className="size-4 text-muted" />
      </Button>
      <FieldError className="text-sm text-danger">{error}</FieldError>
      <Popover className={listPopover}>
        <ListBox className="outline-none">
          {options.map((option) => (
            <ListBoxItem
              key={option.value}
              id={option.value}
              textValue={option.label}
              className={`group/option ${listOption}`}
            >
              <Icon name="check" className="invisible size-3.5 group-data-selected/option:visible" />
              <span className="min-w-0">{option.label}</span>
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Select>
  );
}
