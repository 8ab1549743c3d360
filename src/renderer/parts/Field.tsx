import type { ReactNode } from 'react';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { Text } from 'react-aria-components/Text';
import { TextArea } from 'react-aria-components/TextArea';
import { FieldError, TextField, type TextFieldProps } from 'react-aria-components/TextField';
import { passesFocusOn } from './focus.ts';

export interface FieldProps extends Omit<TextFieldProps, 'children' | 'className' | 'isInvalid'> {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  readonly placeholder?: string;
  /** Lines of text; a single-line field when left out. */
  readonly rows?: number;
  /** Beside the label. */
  readonly aside?: ReactNode;
  /** Inside the box, at its end. */
  readonly inset?: ReactNode;
}

const box =
  'w-full rounded-md border border-line-strong bg-surface px-2.5 py-1.5 text-ink invalid:border-danger aria-invalid:border-danger';

/** A labelled text field with its hint and its error, each announced with it. */
export function Field({ label, hint, error, placeholder = '', rows, aside, inset, ...props }: FieldProps) {
  return (
    <TextField
      ref={passesFocusOn}
      autoComplete="off"
      autoCorrect="off"
      spellCheck="false"
      validationBehavior="aria"
      {...props}
      isInvalid={error !== undefined}
      className="flex flex-col gap-1"
    >
      <span className="flex items-baseline justify-between gap-2">
        <Label className="font-medium">{label}</Label>
        {aside}
      </span>
      {rows === undefined ? (
        <span className="relative block">
          <Input
            className={`${box} ${inset === undefined ? '' : 'pr-9'}`}
            placeholder={placeholder}
            autoCapitalize="none"
          />
          {inset === undefined ? null : (
            <span className="absolute inset-y-0 right-1 flex items-center">{inset}</span>
          )}
        </span>
      ) : (
        <TextArea
          className={`${box} resize-none`}
          rows={rows}
          placeholder={placeholder}
          autoCapitalize="none"
        />
      )}
      <FieldError className="text-sm text-danger">{error}</FieldError>
      {hint === undefined ? null : (
        <Text slot="description" className="text-sm wrap-anywhere text-muted">
          {hint}
        </Text>
      )}
    </TextField>
  );
}
