/** Work that may be left at any `yield` and taken up again, so that a large answer never holds up the app. */
export type Steps<T> = Generator<undefined, T, undefined>;

/** Does all of it at once. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** For what is always short. */
export const inOneStep = <A, T>(work: (argument: A) => T) =>
  // biome-ignore lint/correctness/useYield: one step has nowhere to be left.
  function* (argument: A): Steps<T> {
    return work(argument);
  };

const sliceMs = 8;

/** Lets everything else have its turn after each slice; `check` throws when the result is no longer wanted. */
export async function finishInSlices<T>(steps: Steps<T>, check: () => void): Promise<T> {
  for (;;) {
    const startedMs = performance.now();
    do {
      const step = steps.next();
      if (step.done === true) return step.value;
    } while (performance.now() - startedMs < sliceMs);
    await new Promise<void>((resolve) => setImmediate(resolve));
    check();
  }
}
