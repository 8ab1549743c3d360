import type { MainProcess } from '../fakes/main-process.ts';

export interface PlantedLeak {
  readonly step: () => void;
  readonly stop: () => void;
}

/** As far off as a timer can be. */
const farOffMs = 2 ** 31 - 1;

/** Holds on to a little of everything at every step. A soak that does not notice proves nothing. */
export function plantLeak({ store }: MainProcess): PlantedLeak {
  const held: unknown[] = [];
  const handles: NodeJS.Timeout[] = [];
  return {
    step: () => {
      held.push(Array.from({ length: 200 }, (_, index) => `${index} ${held.length}`));
      store.follow(() => undefined);
      // The one is of virtual time, the other a handle of the process.
      setTimeout(() => undefined, farOffMs);
      handles.push(setInterval(() => undefined, farOffMs));
    },
    stop: () => {
      for (const handle of handles) clearInterval(handle);
    },
  };
}
