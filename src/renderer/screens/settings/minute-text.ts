const minutesPerDay = 24 * 60;

const two = (value: number): string => String(value).padStart(2, '0');

/** As a time input writes it; the end of the day is its midnight. */
export function minuteText(minute: number): string {
  const ofDay = minute % minutesPerDay;
  return `${two(Math.floor(ofDay / 60))}:${two(ofDay % 60)}`;
}

/** Null while a part of the time is missing. */
export function parseMinute(text: string): number | null {
  const [, hours, minutes] = /^(\d{2}):(\d{2})/.exec(text) ?? [];
  return hours === undefined || minutes === undefined ? null : Number(hours) * 60 + Number(minutes);
}
