/**
 * Holds the stand-ins to the pinned `electron.d.ts`: a member that Electron renames, drops or calls with other
 * arguments, and an event it no longer emits, do not compile.
 */

type Calls<T, K extends keyof T> = {
  [M in K]: T[M] extends (...args: infer A) => unknown ? { call(...args: A): unknown }['call'] : T[M];
};

/** Loose members give or take whole Electron objects, of which the stand-ins are smaller copies. */
export type Like<T, Exact extends keyof T, Loose extends keyof T = never> = Calls<T, Exact> & {
  [M in Loose]: unknown;
};

export type Makes<T, Exact extends keyof T, Loose extends keyof T = never> = new (
  ...args: never[]
) => Like<T, Exact, Loose>;

/** Of these event names the ones `T` really has, as the map an `EventEmitter` is typed with. */
export type Emits<T, E extends string> = {
  [Name in E as T extends { on(event: Name, listener: never): unknown } ? Name : never]: unknown[];
};
