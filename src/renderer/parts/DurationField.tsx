import { type KeyboardEvent, useState } from 'react';
import { Input } from 'react-aria-components/Input';
import { FieldError, TextField } from 'react-aria-components/TextField';
import { useTranslation } from 'react-i18next';
import { formatDuration } from '../../shared/duration.ts';
import { longestDelayMs } from '../../shared/rules.ts';
import { parseDuration } from './duration-text.ts';

interface CommonProps {
  /** What the time is of, for those who do not see where the field stands. */
  readonly label: string;
  readonly maxMs?: number;
  readonly isDisabled?: boolean;
}

interface NeededProps extends CommonProps {
  readonly isOptional?: false;
  readonly valueMs: number;
  readonly onChange: (valueMs: number) => void;
}

interface OptionalProps extends CommonProps {
  /** Left empty, it is null: never. */
  readonly isOptional: true;
  readonly valueMs: number | null;
  readonly onChange: (valueMs: number | null) => void;
}

/**
 * A length of time in minutes and seconds. What is typed counts once the field is left, by Enter, Tab, a click or
 * Escape: the numbers on the way to it are nobody's wish.
 */
export function DurationField(props: NeededProps | OptionalProps) {
  const { label, valueMs, maxMs = longestDelayMs, isDisabled = false } = props;
  const { t } = useTranslation();
  const [typed, setTyped] = useState<string | null>(null);
  const [error, setError] = useState<'not-a-time' | 'needed' | null>(null);

  /** False when what is typed cannot be taken. */
  function commit(): boolean {
    if (typed === null) return true;
    const parsed = parseDuration(typed);
    if (!parsed.ok) return refuse(parsed.error);
    const wantedMs = parsed.value === null ? null : Math.min(parsed.value, maxMs);
    if (wantedMs === null && !props.isOptional) return refuse('needed');
    setTyped(null);
    if (wantedMs === valueMs) return true;
    if (props.isOptional) props.onChange(wantedMs);
    else if (wantedMs !== null) props.onChange(wantedMs);
    return true;
  }

  function refuse(problem: typeof error): false {
    setError(problem);
    return false;
  }

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') commit();
    if (event.key !== 'Escape' || commit()) return;
    // The way out begins with putting back what held before.
    event.preventDefault();
    event.stopPropagation();
    setTyped(null);
    setError(null);
  };

  return (
    <TextField
      aria-label={label}
      value={typed ?? (valueMs === null ? '' : formatDuration(valueMs))}
      onChange={(text) => {
        setTyped(text);
        setError(null);
      }}
      onBlur={commit}
      isInvalid={error !== null}
      isDisabled={isDisabled}
      validationBehavior="aria"
      autoComplete="off"
      autoCorrect="off"
      spellCheck="false"
      className="relative w-16 shrink-0"
    >
      <Input
        onKeyDown={onKeyDown}
        placeholder={props.isOptional ? t('rules.time.never') : ''}
        className="h-7 w-full rounded-md border border-line-strong bg-surface px-1 text-center tabular-nums invalid:border-danger aria-invalid:border-danger disabled:opacity-50"
      />
      <FieldError className="absolute top-full right-0 z-10 mt-1 w-44 rounded-md border border-danger bg-surface px-2 py-1 text-sm text-danger shadow-lg">
        {error === null ? null : t(`rules.time.${error}`)}
      </FieldError>
    </TextField>
  );
}
