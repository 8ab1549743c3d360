import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { ComboBox } from 'react-aria-components/ComboBox';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { Text } from 'react-aria-components/Text';
import { FieldError } from 'react-aria-components/TextField';
import { useTranslation } from 'react-i18next';
import { Icon } from './Icon.tsx';
import { listOption, listPopover } from './list-box.ts';

interface SuggestProps {
  readonly label: string;
  readonly value: string;
  readonly suggestions: readonly string[];
  /** Never with nothing: a field left empty says so, and what held before stays. */
  readonly onChange: (value: string) => void;
  readonly maxLength: number;
  readonly emptyError: string;
  readonly hint?: string;
}

/** A text that is usually one of those known, and may be another. It counts once the field is left. */
export function Suggest(props: SuggestProps) {
  const { label, value, suggestions, onChange, maxLength, emptyError, hint } = props;
  const { t } = useTranslation();
  const [typed, setTyped] = useState<string | null>(null);
  const [isOpen, setOpen] = useState(false);
  const text = typed ?? value;
  const isEmpty = text.trim() === '';

  const take = (wanted: string) => {
    const trimmed = wanted.trim();
    if (trimmed === '') return;
    setTyped(null);
    if (trimmed !== value) onChange(trimmed);
  };

  return (
    <ComboBox
      allowsCustomValue
      inputValue={text}
      onInputChange={setTyped}
      onOpenChange={setOpen}
      onChange={(key) => {
        if (typeof key === 'string') take(key);
      }}
      onBlur={() => take(text)}
      isInvalid={isEmpty}
      validationBehavior="aria"
      className="flex flex-col gap-1"
    >
      <Label className="font-medium">{label}</Label>
      <span className="relative block">
        <Input
          maxLength={maxLength}
          spellCheck="false"
          onKeyDown={(event) => {
            // The list that is open closes first.
            if (event.key === 'Escape' && isOpen) event.stopPropagation();
            else if (event.key === 'Enter' || event.key === 'Escape') take(text);
          }}
          className="h-8 w-full rounded-md border border-line-strong bg-surface pr-9 pl-2.5 aria-invalid:border-danger"
        />
        <Button
          aria-label={t('rules.suggestions')}
          className="absolute inset-y-0 right-1 grid w-7 place-items-center text-muted hover:text-ink"
        >
          <Icon name="chevron" />
        </Button>
      </span>
      <FieldError className="text-sm text-danger">{emptyError}</FieldError>
      {hint === undefined ? null : (
        <Text slot="description" className="text-sm text-muted">
          {hint}
        </Text>
      )}
      <Popover className={listPopover}>
        <ListBox items={suggestions.map((id) => ({ id }))} className="outline-none">
          {({ id }) => (
            <ListBoxItem id={id} textValue={id} className={listOption}>
              {id}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
