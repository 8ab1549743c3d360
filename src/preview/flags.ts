import { parseArgs } from 'node:util';
import { parseSwitches, plainDesktop, type Switches } from './wire/switches.ts';

export interface PreviewFlags {
  readonly userDataDir: string | null;
  /** 0 lets the system choose. */
  readonly port: number;
  readonly mayOpenBrowser: boolean;
  /** Where the bundles are: `main/`, `preload/` and `renderer/` below it. */
  readonly out: string | null;
  /** How this desktop differs, as JSON. */
  readonly switches: Switches;
}

/** The app reads its own flags from the same line, so unknown ones are none of our business. */
export function parsePreviewFlags(argv: readonly string[]): PreviewFlags | { readonly problem: string } {
  const { values } = parseArgs({
    args: [...argv],
    strict: false,
    options: {
      'user-data-dir': { type: 'string' },
      port: { type: 'string' },
      'no-open': { type: 'boolean' },
      out: { type: 'string' },
      desktop: { type: 'string' },
    },
  });
  const port = values.port === undefined ? 0 : Number(values.port);
  if (typeof values.port === 'boolean' || !Number.isInteger(port) || port < 0 || port > 65_535) {
    return { problem: '--port needs a number from 0 to 65535, as in --port=8123.' };
  }
  const desktop = textOf(values.desktop);
  const switches = desktop === null ? plainDesktop : parseSwitches(desktop);
  if (switches === null) {
    return { problem: '--desktop needs switches as JSON, as in --desktop=\'{"platform":"win32"}\'.' };
  }
  return {
    switches,
    userDataDir: textOf(values['user-data-dir']),
    port,
    mayOpenBrowser: values['no-open'] !== true,
    out: textOf(values.out),
  };
}

const textOf = (value: string | boolean | undefined): string | null =>
  typeof value === 'string' && value !== '' ? value : null;
