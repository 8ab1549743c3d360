import { useState } from 'react';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { Text } from 'react-aria-components/Text';
import { FieldError, TextField } from 'react-aria-components/TextField';
import { useTranslation } from 'react-i18next';
import { type MinutesBounds, minutesText, parseMinutes } from './parse-minutes.ts';

interface MinutesFieldProps {
  readonly label: string;
  readonly hint: string;
  readonly valueMs: number | null;
  readonly bounds: MinutesBounds;
  /** With every good number on the way; a bad one stays in the field only. */
  readonly onChange: (valueMs: number | null) => void;
  readonly onBlur: () => void;
}

export function MinutesField({ label, hint, valueMs, bounds, onChange, onBlur }: MinutesFieldProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState<string | null>(null);
  const isBad = typed !== null && parseMinutes(typed, bounds) === undefined;

  const change = (text: string) => {
    setTyped(text);
    const parsed = parseMinutes(text, bounds);
    if (parsed !== undefined) onChange(parsed);
  };

  return (
    <TextField
      value={typed ?? minutesText(valueMs)}
      onChange={change}
      onBlur={() => {
        if (!isBad) setTyped(null);
        onBlur();
      }}
      isInvalid={isBad}
      validationBehavior="aria"
      autoComplete="off"
      className="flex flex-col gap-1"
    >
      <span className="flex items-center justify-between gap-3">
        <Label>{label}</Label>
        <span className="flex shrink-0 items-center gap-1.5">
          <Input
            inputMode="numeric"
            className="h-8 w-14 rounded-md border border-line-strong bg-surface px-2 text-right tabular-nums aria-invalid:border-danger"
          />
          <span className="text-muted">{t('settings.minutes')}</span>
        </span>
      </span>
      <FieldError className="text-sm text-danger">
        {t(bounds.isOptional ? 'settings.minutesWrongOrEmpty' : 'settings.minutesWrong', { ...bounds })}
      </FieldError>
      {isBad ? null : (
        <Text slot="description" className="text-sm text-muted">
          {hint}
        </Text>
      )}
    </TextField>
  );
}
