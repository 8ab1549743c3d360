/** Most of Electron may not be touched before `ready`. */
export interface Readiness {
  readonly isReady: () => boolean;
  readonly whenReady: () => Promise<void>;
  readonly becomeReady: () => void;
  /** Throws Electron's own sentence before `ready`. */
  readonly demand: (message: string) => void;
}

export function createReadiness(): Readiness {
  let isReady = false;
  const { promise, resolve } = Promise.withResolvers<void>();
  return {
    isReady: () => isReady,
    whenReady: () => promise,
    becomeReady: () => {
      isReady = true;
      resolve();
    },
    demand: (message) => {
      if (!isReady) throw new Error(message);
    },
  };
}
