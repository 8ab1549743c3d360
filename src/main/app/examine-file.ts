import type { Result } from '../../shared/result.ts';
import { isJsonObject, type Json, parseJson, textOf } from './parse-json.ts';
import { unseal } from './seal.ts';

/** Why what the file holds is of no use. */
export type BadContent = 'invalid' | 'newer-version';

/** How a part of the state is read from a file and written to it. */
export interface FileFormat<T> {
  readonly parse: (file: unknown) => Result<T, BadContent>;
  readonly toJson: (value: T) => Json;
  /** What an older edition wrote, by the names of today. */
  readonly inTodaysWords: (file: unknown) => unknown;
  /** What was read of a file that is not as it was written, made safe where the file itself may say nothing. */
  readonly afterDamage: (value: T, file: unknown) => T;
}

export interface Usable<T> {
  /**
   * `newer`: as it was written, by an edition that knows more than this one. `edited`: all of it can be used, and it
   * is not what was written. `partly`: some of it cannot be used.
   */
  readonly kind: 'good' | 'newer' | 'edited' | 'partly';
  readonly value: T;
  /** What the file says, and what was understood of it. */
  readonly file: unknown;
  readonly read: Json;
}

type Examined<T> = Usable<T> | { readonly kind: 'bad'; readonly reason: BadContent };

/** What a file holds, and whether that is all that was ever put into it. */
export function examineFile<T>(bytes: Buffer, format: FileFormat<T>): Examined<T> {
  const { said, seal } = unseal(parseJson(textOf(bytes)));
  const file = format.inTodaysWords(said);
  const parsed = format.parse(file);
  if (!parsed.ok) return { kind: 'bad', reason: parsed.error };
  const read = format.toJson(parsed.value);
  const isWhole = holds(read, file);
  if (seal === 'intact') return { kind: isWhole ? 'good' : 'newer', value: parsed.value, file, read };
  if (seal === 'none' && isWhole) return { kind: 'good', value: parsed.value, file, read };
  const value = format.afterDamage(parsed.value, file);
  return { kind: isWhole ? 'edited' : 'partly', value, file, read };
}

/** Whether all that the file says was understood. What it does not say has its default, as in older files. */
function holds(read: unknown, file: unknown): boolean {
  if (Array.isArray(file)) {
    return (
      Array.isArray(read) &&
      read.length === file.length &&
      file.every((one, index) => holds(read[index], one))
    );
  }
  if (!isJsonObject(file)) return Object.is(read, file);
  return (
    isJsonObject(read) &&
    Object.entries(file).every(([name, field]) => Object.hasOwn(read, name) && holds(read[name], field))
  );
}
