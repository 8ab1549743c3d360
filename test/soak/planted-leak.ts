import type { MainProcess } from '../fakes/main-process.ts';

export const leakKinds = ['heap', 'listeners', 'timers', 'handles'] as const;
export type LeakKind = (typeof leakKinds)[number];

const farOffMs = 1_000 * 60 * 60_000;

/** Holds on to a little at every step. A soak that does not notice proves nothing. */
export function createLeak(kind: LeakKind | undefined, { store }: MainProcess): () => void {
  const held: unknown[] = [];
  switch (kind) {
    case 'heap':
      return () => void held.push(Array.from({ length: 500 }, (_, index) => `${index} ${Math.random()}`));
    case 'listeners':
      return () => void store.subscribe(() => undefined);
    case 'timers':
      return () => void setTimeout(() => undefined, farOffMs);
    case 'handles':
      return () => void held.push(setInterval(() => undefined, farOffMs).unref());
    case undefined:
      return () => undefined;
  }
}
