import { z } from 'zod';
import { isJsonObject } from '../app/parse-json.ts';

/**
 * What the rows of the settings table are made of. The page is held to a shape, and refused otherwise. Of the file,
 * which an older edition or a person may have written, what is good is kept.
 */
interface BothWays<T> {
  readonly inFile: z.ZodType<T>;
  readonly fromPage: z.ZodType<T>;
}

export const both = <T>(shape: z.ZodType<T>): BothWays<T> => ({ inFile: shape, fromPage: shape });

export const bounded = (min: number, max: number): BothWays<number> => ({
  inFile: z.number().transform((value) => Math.round(Math.min(max, Math.max(min, value)))),
  fromPage: z.int().min(min).max(max),
});

/** A record with these keys; each field that cannot be read from the file is the default's. */
export const fieldByField = <K extends string, V>(
  keys: readonly K[],
  shape: BothWays<V>,
  byDefault: Readonly<Record<K, V>>,
): BothWays<Readonly<Record<K, V>>> => ({
  inFile: z.record(z.string(), z.unknown()).transform((given) => {
    const read: Record<K, V> = { ...byDefault };
    for (const key of keys) {
      const field = shape.inFile.safeParse(given[key]);
      if (field.success) read[key] = field.data;
    }
    return read;
  }),
  fromPage: z.record(z.enum(keys), shape.fromPage),
});

/** Which of a list are the same thing, so that the list holds each once. */
type KeyOf<T> = (item: T) => string;

export const strictList = <T>(shape: z.ZodType<T>, most: number, keyOf: KeyOf<T>): z.ZodType<readonly T[]> =>
  z
    .array(shape)
    .max(most)
    .refine((items) => new Set(items.map(keyOf)).size === items.length);

/** One bad item costs that item, not the list; of those that are the same, the first counts. */
export const forgivingList = <T>(shape: z.ZodType<T>, most: number, keyOf: KeyOf<T>) =>
  z.array(shape.nullable().catch(null)).transform((items): readonly T[] => {
    const byKey = new Map<string, T>();
    for (const item of items) {
      if (item !== null && !byKey.has(keyOf(item))) byKey.set(keyOf(item), item);
    }
    return [...byKey.values()].slice(0, most);
  });

export const list = <T>(shape: z.ZodType<T>, most: number, keyOf: KeyOf<T>): BothWays<readonly T[]> => ({
  inFile: forgivingList(shape, most, keyOf),
  fromPage: strictList(shape, most, keyOf),
});

/** The same JSON, with other names for some fields, however deep. */
export function withNewNames(names: Readonly<Record<string, string>>, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((one) => withNewNames(names, one));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, field]) => [names[name] ?? name, withNewNames(names, field)]),
  );
}

/** For a switch that hides something: what is there and cannot be read hides it. */
export const privacySwitch: BothWays<boolean> = {
  inFile: z.unknown().transform((value) => (typeof value === 'boolean' ? value : value !== undefined)),
  fromPage: z.boolean(),
};
