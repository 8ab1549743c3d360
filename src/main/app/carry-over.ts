import { isDeepStrictEqual } from 'node:util';
import { isJsonObject } from './parse-json.ts';

/**
 * What is to be written `now` where the `file` said more than was `read` of it: what this edition did not understand
 * goes back as it was, unless that very part was changed since. So whoever goes back to a newer edition has it all.
 */
export function carryOver(file: unknown, read: unknown, now: unknown): unknown {
  if (Array.isArray(file) && Array.isArray(read) && Array.isArray(now)) return carryItems(file, read, now);
  if (!isJsonObject(file) || !isJsonObject(read) || !isJsonObject(now)) {
    return isDeepStrictEqual(read, now) ? file : now;
  }
  // Of another kind, it has other fields.
  if (read['kind'] !== now['kind']) return now;
  const known = Object.entries(now).map(([name, field]) => [
    name,
    Object.hasOwn(file, name) ? carryOver(file[name], read[name], field) : field,
  ]);
  const unknown = Object.entries(file).filter(([name]) => !Object.hasOwn(read, name));
  return Object.fromEntries([...known, ...unknown]);
}

function carryItems(file: readonly unknown[], read: readonly unknown[], now: readonly unknown[]): unknown {
  const [inFile, inRead] = [file, read].map((items) => new Map(items.map((item) => [nameOf(item), item])));
  const known = now.map((item) => {
    const name = nameOf(item);
    const isOld = inFile?.has(name) === true && inRead?.has(name) === true;
    return isOld ? carryOver(inFile.get(name), inRead.get(name), item) : item;
  });
  return [...known, ...file.filter((item) => inRead?.has(nameOf(item)) === false)];
}

/** Which of a list it is. */
function nameOf(item: unknown): string {
  const name = isJsonObject(item) ? (item['id'] ?? item['status']) : undefined;
  return typeof name === 'string' ? name : JSON.stringify(item);
}
