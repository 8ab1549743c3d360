/** Electron gives up at this depth as well. */
const deepest = 1_000;

/**
 * What crosses between preload and page is a copy: plain data and the own members of objects. Functions become
 * functions whose arguments and results cross as well; symbols and prototypes are lost.
 */
export function copyAcrossBridge(value: unknown, seen = new Map<object, unknown>(), depth = 0): unknown {
  if (depth > deepest) throw new Error('Electron contextBridge recursion depth exceeded.');
  if (typeof value === 'function') return functionAcross(value as (...args: unknown[]) => unknown);
  if (typeof value === 'symbol') throw new Error('An object could not be cloned.');
  if (typeof value !== 'object' || value === null) return value;
  if (seen.has(value)) return seen.get(value);
  if (value instanceof Promise) return promiseAcross(value);
  if (value instanceof Error) return new Error(value.message);
  if (Array.isArray(value)) {
    const copy: unknown[] = [];
    seen.set(value, copy);
    for (const item of value) copy.push(copyAcrossBridge(item, seen, depth + 1));
    return copy;
  }
  if (isCloneable(value)) return structuredClone(value);
  const copy: Record<string, unknown> = {};
  seen.set(value, copy);
  for (const [key, member] of Object.entries(value)) copy[key] = copyAcrossBridge(member, seen, depth + 1);
  return copy;
}

export function freezeDeep<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const member of Object.values(value)) freezeDeep(member);
  return value;
}

function functionAcross(original: (...args: unknown[]) => unknown): (...args: unknown[]) => unknown {
  return (...args) => copyAcrossBridge(original(...args.map((argument) => copyAcrossBridge(argument))));
}

function promiseAcross(original: Promise<unknown>): Promise<unknown> {
  return original.then(
    (value) => copyAcrossBridge(value),
    (error: unknown) => {
      throw copyAcrossBridge(error);
    },
  );
}

/** What structured clone keeps with its type. */
function isCloneable(value: object): boolean {
  return (
    [Date, Map, Set, RegExp, ArrayBuffer, Blob].some((type) => value instanceof type) ||
    ArrayBuffer.isView(value)
  );
}
