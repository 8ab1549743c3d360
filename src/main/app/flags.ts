import { parseArgs } from 'node:util';

export interface Flags {
  readonly isDemo: boolean;
  /** Started with the session rather than by hand: nothing opens by itself. */
  readonly isHidden: boolean;
  readonly hasOwnUserData: boolean;
  /** How many seconds the smoke test may take; null where none was asked for. */
  readonly smokeWithinS: number | null;
}

const usualSmokeS = 60;

/** Electron lower-cases and keeps its own switches, so ours are read from the raw arguments. */
export function parseFlags(args: readonly string[]): Flags {
  const { values } = parseArgs({
    args: [...args],
    strict: false,
    allowPositionals: true,
    options: {
      demo: { type: 'boolean' },
      hidden: { type: 'boolean' },
      'user-data-dir': { type: 'string' },
      smoke: { type: 'boolean' },
    },
  });
  const { smoke } = values;
  const seconds = typeof smoke === 'string' ? Number(smoke) : usualSmokeS;
  return {
    isDemo: values['demo'] === true,
    isHidden: values['hidden'] === true,
    hasOwnUserData: typeof values['user-data-dir'] === 'string',
    smokeWithinS: smoke === undefined ? null : seconds,
  };
}
