import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Hours, officeHours, type Weekday } from '../../../shared/working-hours.ts';
import { TimeInput } from './TimeInput.tsx';

interface DayHoursProps {
  readonly day: Weekday;
  /** Null on a day off. */
  readonly hours: Hours | null;
  readonly onChange: (hours: Hours | null) => void;
  readonly onBlur: () => void;
}

export function DayHours({ day, hours, onChange, onBlur }: DayHoursProps) {
  const { t } = useTranslation();
  // A day switched off by mistake comes back as it was.
  const [last, setLast] = useState(hours ?? officeHours);
  const name = t(`settings.day.${day}`);

  const change = (next: Hours | null) => {
    if (next !== null) setLast(next);
    onChange(next);
  };

  return (
    <li className="flex flex-col">
      <div className="flex min-h-8 flex-wrap items-center justify-between gap-x-2">
        <label className="flex items-center gap-2">
          <input
            type="checkbox"
            checked={hours !== null}
            onChange={({ target }) => change(target.checked ? last : null)}
            onBlur={onBlur}
            className="size-4 accent-accent"
          />
          {name}
        </label>
        {hours === null ? (
          <span className="text-muted">{t('settings.dayOff')}</span>
        ) : (
          <span className="flex flex-wrap items-center gap-1.5">
            <TimeInput
              label={t('settings.from', { day: name })}
              minute={hours.fromMin}
              onChange={(fromMin) => change({ ...hours, fromMin })}
              onBlur={onBlur}
            />
            <span aria-hidden="true" className="text-muted">
              –
            </span>
            <TimeInput
              label={t('settings.to', { day: name })}
              minute={hours.toMin}
              onChange={(toMin) => change({ ...hours, toMin })}
              onBlur={onBlur}
            />
          </span>
        )}
      </div>
      {hours !== null && hours.toMin <= hours.fromMin ? (
        <p className="self-end text-sm text-muted">{t('settings.overMidnight')}</p>
      ) : null}
    </li>
  );
}
