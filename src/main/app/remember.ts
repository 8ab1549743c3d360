/**
 * Makes a value for an object once, and again only when something else that it is made from is another. So the
 * same object stands for the same thing, and whoever compares two of them compares no contents.
 */
export function remember<K extends WeakKey, Terms extends readonly unknown[], V>(
  make: (key: K, ...terms: Terms) => V,
): (key: K, ...terms: Terms) => V {
  const made = new WeakMap<K, { readonly terms: Terms; readonly value: V }>();
  return (key, ...terms) => {
    const known = made.get(key);
    if (known?.terms.every((term, index) => term === terms[index])) return known.value;
    const value = make(key, ...terms);
    made.set(key, { terms, value });
    return value;
  };
}
