export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof weekdays)[number];

/** Minutes since midnight. Ending at or before its beginning, a day's hours reach into the next day. */
export interface Hours {
  readonly fromMin: number;
  readonly toMin: number;
}

export interface WorkingHours {
  readonly isOn: boolean;
  /** A day without hours is off. */
  readonly days: Readonly<Record<Weekday, Hours | null>>;
}

/** To begin with. */
export const officeHours: Hours = { fromMin: 9 * 60, toMin: 18 * 60 };

export const defaultWorkingHours: WorkingHours = {
  isOn: false,
  days: {
    mon: officeHours,
    tue: officeHours,
    wed: officeHours,
    thu: officeHours,
    fri: officeHours,
    sat: null,
    sun: null,
  },
};

/** By the clock on the wall, in this computer's time zone. */
export function isWorkingTime({ isOn, days }: WorkingHours, wall: Date): boolean {
  if (!isOn) return true;
  const today = (wall.getDay() + 6) % 7;
  const minute = wall.getHours() * 60 + wall.getMinutes();
  const hoursOf = (day: number): Hours | null => days[weekdays[(day + 7) % 7] ?? 'mon'];
  const now = hoursOf(today);
  const before = hoursOf(today - 1);
  if (now !== null) {
    const endsToday = now.toMin > now.fromMin;
    if (minute >= now.fromMin && (!endsToday || minute < now.toMin)) return true;
  }
  return before !== null && before.toMin <= before.fromMin && minute < before.toMin;
}
