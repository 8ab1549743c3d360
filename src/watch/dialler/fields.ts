/** An object out of a reply: any names, any values. */
export type Fields = Readonly<Record<string, unknown>>;

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Only what the reply itself says, never what every object inherits. */
export const fieldOf = (fields: Fields, name: string): unknown =>
  Object.hasOwn(fields, name) ? fields[name] : undefined;

/** PHP makes a list of rows where one row is meant. */
export function rowOf(data: unknown): Fields | null {
  const row: unknown = Array.isArray(data) ? data.find(isFields) : data;
  return isFields(row) ? row : null;
}
