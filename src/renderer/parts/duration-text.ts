import { fail, type Result, succeed } from '../../shared/result.ts';

/** What a length of time may look like when typed; a bare number is minutes. */
const forms = [
  /^(?<minutes>\d{1,4})(?: ?m(?:in)?)?$/,
  /^(?<minutes>\d{0,4}):(?<seconds>[0-5]\d)$/,
  /^(?<hours>\d{1,2}):(?<minutes>[0-5]\d):(?<seconds>[0-5]\d)$/,
  /^(?<seconds>\d{1,5}) ?s$/,
  /^(?<hours>\d{1,2}) ?h$/,
];

/** `5`, `1:30`, `1:00:00`, `90s`, `5 min`, `1h`. Null when nothing is typed; what is no time fails. */
export function parseDuration(typed: string): Result<number | null, 'not-a-time'> {
  const text = typed.trim().toLowerCase();
  if (text === '') return succeed(null);
  for (const form of forms) {
    const { hours, minutes, seconds } = form.exec(text)?.groups ?? {};
    if (hours === undefined && minutes === undefined && seconds === undefined) continue;
    const inMinutes = Number(hours ?? 0) * 60 + Number(minutes ?? 0);
    return succeed((inMinutes * 60 + Number(seconds ?? 0)) * 1_000);
  }
  return fail('not-a-time');
}
