import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { longestPassword } from '../../shared/account.ts';
import { Field, type FieldProps } from './Field.tsx';
import { IconButton } from './IconButton.tsx';
import { passwordWarnings } from './password-warnings.ts';
import { Warning } from './Warning.tsx';

type PasswordFieldProps = Pick<
  FieldProps,
  'label' | 'hint' | 'error' | 'placeholder' | 'autoFocus' | 'onKeyDown'
> & {
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Diallers take some passwords amiss, and others do not. */
  readonly isForDialler?: boolean;
};

/** Main would refuse it. */
export const isTooLong = (password: string): boolean => password.length > longestPassword;

export function PasswordField({ isForDialler = true, ...props }: PasswordFieldProps) {
  const { t } = useTranslation();
  const [isShown, setShown] = useState(false);
  const warnings = isForDialler ? passwordWarnings(props.value) : [];
  return (
    <div className="flex flex-col gap-1">
      <Field
        {...props}
        error={isTooLong(props.value) ? t('connect.tooLong', { most: longestPassword }) : props.error}
        type={isShown ? 'text' : 'password'}
        inset={
          <IconButton
            icon={isShown ? 'eyeOff' : 'eye'}
            label={t('connect.showPassword')}
            isPressed={isShown}
            onPress={() => setShown(!isShown)}
          />
        }
      />
      <div aria-live="polite" className="flex flex-col gap-1">
        {warnings.map((warning) => (
          <Warning key={warning}>{t(`connect.passwordWarning.${warning}`)}</Warning>
        ))}
      </div>
    </div>
  );
}
