import { lstatSync } from 'node:fs';

export interface SystemTimeZone {
  /** Another text once the system may be in another time zone. */
  readonly sign: () => string;
  /** Lets dates be told in the time zone the system is in by now. */
  readonly readAgain: () => void;
}

const zoneFile = '/etc/localtime';

/** Main's dates keep the zone of the start until they are told to look again (docs/electron.md §11). */
export function createSystemTimeZone(platform: NodeJS.Platform): SystemTimeZone {
  return {
    sign: () => {
      // Whoever sets it for the app wants it kept.
      if (process.env['TZ'] !== undefined) return process.env['TZ'];
      // Looking again costs next to nothing on Windows, which has no file to tell by, and half a second on Linux.
      return platform === 'win32' ? String(performance.now()) : changedMs(zoneFile);
    },
    readAgain: () => {
      if (process.env['TZ'] !== undefined) return;
      process.env['TZ'] = '';
      delete process.env['TZ'];
    },
  };
}

function changedMs(file: string): string {
  try {
    return String(lstatSync(file).mtimeMs);
  } catch {
    return '';
  }
}
