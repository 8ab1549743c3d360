import { helperCommand, rootObstacle } from './before-start.ts';
import type { Machine } from './machine.ts';
import { libraryObstacle, missingLibraries } from './missing-libraries.ts';
import { type Obstacle, quoted, reinstall } from './obstacle.ts';

/** How Electron ended, or that it had to be ended. */
export interface Ending {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** Of the system, such as `EACCES`, where it did not even begin. */
  readonly refusal: string | null;
  readonly afterMs: number;
  /** Whether the app had said that it runs. */
  readonly hadStarted: boolean;
  /** The app itself could not start, and has told the person why. */
  readonly hasToldWhy: boolean;
  /** Somebody wanted it to end: Ctrl+C, or npm was told to stop. */
  readonly wasAsked: boolean;
  /** It said nothing for so long that it was ended. */
  readonly wasHung: boolean;
  /** The end of what it wrote to stderr. */
  readonly lastWords: string;
}

/** Later than this it is no start that failed, but an app that ended. */
const startMs = 5_000;

/** What was wrong; null if Electron did what it should, or ran and ended in its own way. */
export function obstacleAfter(ending: Ending, machine: Machine): Obstacle | null {
  const { code, wasAsked, hasToldWhy, wasHung, refusal, hadStarted, afterMs } = ending;
  if (wasAsked || hasToldWhy) return null;
  if (wasHung) {
    return {
      what: `Electron showed nothing for ${inSeconds(afterMs)} and was ended`,
      command: 'npm start -- --disable-gpu',
    };
  }
  if (refusal !== null) return refusalObstacle(refusal, machine);
  if (code === 0 || (hadStarted && afterMs >= startMs)) return null;
  return saidObstacle(ending.lastWords, machine) ?? endObstacle(ending, machine);
}

function refusalObstacle(refusal: string, { executable }: Machine): Obstacle {
  if (refusal === 'EACCES' || refusal === 'EPERM') {
    return {
      what: `This system does not let Electron run (${refusal})`,
      command: `chmod +x ${quoted(executable)}`,
    };
  }
  return { what: `The Electron binary does not fit this system (${refusal})`, command: reinstall };
}

/** The loader and Chromium say it themselves before they give up. */
function saidObstacle(words: string, machine: Machine): Obstacle | null {
  const missing = missingLibraries(words);
  if (missing.length > 0) return libraryObstacle(missing, machine);
  if (/Running as root without --no-sandbox/.test(words)) return rootObstacle(undefined);
  if (/SUID sandbox helper|No usable sandbox|Failed to move to new namespace/.test(words)) {
    return { what: 'This system forbids Electron its sandbox', command: helperCommand(machine) };
  }
  if (
    /Missing X server|cannot open display|Unable to open X display|Failed to connect to Wayland/i.test(words)
  ) {
    return { what: 'Electron found no display', command: 'npm start -- --preview' };
  }
  return null;
}

/** STATUS_DLL_NOT_FOUND, STATUS_INVALID_IMAGE_FORMAT and STATUS_ENTRYPOINT_NOT_FOUND of Windows. */
const damagedOnWindows: readonly (number | null)[] = [0xc0000135, 0xc000007b, 0xc0000139];

function endObstacle({ code, signal, afterMs }: Ending, { platform, executable }: Machine): Obstacle {
  if (platform === 'darwin' && signal === 'SIGKILL') {
    const bundle = quoted(executable.replace(/(?<=\.app)\/Contents\/MacOS\/[^/]*$/, ''));
    return {
      what: 'macOS ended Electron, as it does with an app whose signature it does not accept',
      command: `xattr -cr ${bundle} && codesign --force --deep --sign - ${bundle}`,
    };
  }
  if (platform === 'win32' && damagedOnWindows.includes(code)) {
    return { what: 'A file that Electron needs is missing or damaged', command: reinstall };
  }
  const how = signal === null ? `with code ${code}` : `by ${signal}`;
  return {
    what: `Electron ended after ${inSeconds(afterMs)}, ${how}`,
    command: 'npm start -- --enable-logging',
  };
}

const inSeconds = (ms: number): string => `${(ms / 1_000).toFixed(1).replace('.0', '')} s`;
