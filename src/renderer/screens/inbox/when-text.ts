const clockTime = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
const dateAndTime = { day: 'numeric', month: 'short', ...clockTime } as const;

interface Formats {
  readonly today: Intl.DateTimeFormat;
  readonly before: Intl.DateTimeFormat;
}

/** By language: to make one takes longer than to draw a line. */
const known = new Map<string, Formats>();

/** Of the day, by the clock on the wall. */
export const dayOf = (atMs: number): string => new Date(atMs).toDateString();

/** The time alone today, otherwise with the date before it. */
export function whenText(atMs: number, today: string, language: string): string {
  const formats = known.get(language) ?? {
    today: new Intl.DateTimeFormat(language, clockTime),
    before: new Intl.DateTimeFormat(language, dateAndTime),
  };
  known.set(language, formats);
  return formats[dayOf(atMs) === today ? 'today' : 'before'].format(atMs);
}
