const clockTime = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
const dateAndTime = { day: 'numeric', month: 'short', ...clockTime } as const;

/** Of the day, by the clock on the wall. */
export const dayOf = (atMs: number): string => new Date(atMs).toDateString();

/** The time alone today, otherwise with the date before it. */
export function whenText(atMs: number, today: string, language: string): string {
  const format = dayOf(atMs) === today ? clockTime : dateAndTime;
  return new Intl.DateTimeFormat(language, format).format(atMs);
}
