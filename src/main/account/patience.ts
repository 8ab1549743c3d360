/** A call that did not answer in time. It may still end: `settled` says when, and never rejects. */
export class OutOfPatience extends Error {
  readonly settled: Promise<void>;

  constructor(settled: Promise<void>) {
    super('No answer in time');
    this.settled = settled;
  }
}

export interface PatienceOptions {
  readonly limitMs: number;
  /** With this many calls still hanging, new ones are refused at once. */
  readonly maxHanging: number;
}

/** Gives every call a limited time, and keeps count of those that hang on. */
export function createPatience({ limitMs, maxHanging }: PatienceOptions) {
  let hanging = 0;
  return async function within<T>(call: () => Promise<T>): Promise<T> {
    if (hanging >= maxHanging) throw new Error('Earlier calls still hang');
    const answer = call();
    const settled = answer.then(
      () => undefined,
      () => undefined,
    );
    const { promise: tooLate, reject } = Promise.withResolvers<never>();
    const timer = setTimeout(() => {
      hanging += 1;
      void settled.then(() => {
        hanging -= 1;
      });
      reject(new OutOfPatience(settled));
    }, limitMs);
    try {
      return await Promise.race([answer, tooLate]);
    } finally {
      clearTimeout(timer);
    }
  };
}
