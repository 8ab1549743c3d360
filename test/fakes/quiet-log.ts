import type { Facts, Log } from '../../src/main/log/log.ts';

export interface QuietLog extends Log {
  /** Everything written so far, as text. */
  readonly lines: string[];
}

export function createQuietLog(): QuietLog {
  const lines: string[] = [];
  const write = (message: string, facts?: Facts): void => {
    lines.push(`${message} ${JSON.stringify(facts ?? {})}`);
  };
  return { lines, debug: write, info: write, warn: write, error: write };
}
