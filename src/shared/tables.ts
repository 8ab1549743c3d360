/** The names of a table's rows, in its order. */
export const keysOf = <K extends string>(table: { readonly [Name in K]: unknown }): readonly K[] =>
  Object.keys(table) as K[];

/** A table with a row made for each of these names. */
export const tableOf = <K extends string, V>(
  names: readonly K[],
  rowOf: (name: K) => V,
): { readonly [Name in K]: V } =>
  Object.fromEntries(names.map((name) => [name, rowOf(name)])) as { readonly [Name in K]: V };
