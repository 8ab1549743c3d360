import { useState } from 'react';
import { minuteText, parseMinute } from './minute-text.ts';

interface TimeInputProps {
  readonly label: string;
  /** Since midnight. */
  readonly minute: number;
  readonly onChange: (minute: number) => void;
  readonly onBlur: () => void;
}

/** The system's own: written as the user writes times, and known to every keyboard. */
export function TimeInput({ label, minute, onChange, onBlur }: TimeInputProps) {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <input
      type="time"
      aria-label={label}
      value={typed ?? minuteText(minute)}
      onChange={({ target }) => {
        setTyped(target.value);
        const parsed = parseMinute(target.value);
        if (parsed !== null) onChange(parsed);
      }}
      onBlur={() => {
        setTyped(null);
        onBlur();
      }}
      className="h-7 rounded-md border border-line-strong bg-surface px-1.5 tabular-nums [&::-webkit-calendar-picker-indicator]:hidden"
    />
  );
}
