import { join, parse } from 'node:path';
import { fail, type Result, succeed } from '../../shared/result.ts';
import { defaultSettings, type Settings } from '../../shared/settings.ts';
import type { Log } from '../log/log.ts';
import { codeOf, readPatiently, renamePatiently, writeAtomically } from './atomic-file.ts';
import { formatSettings, parseSettings } from './parse-settings.ts';

/** `blocked`: a file we could neither read nor move aside is there, and is not ours to overwrite. */
export type SaveProblem = 'blocked' | 'not-written';
export type Saved = Result<null, SaveProblem>;

export interface LoadedSettings {
  readonly settings: Settings;
  /** The file could not be used, and these are the defaults: where it is kept now. */
  readonly broken: { readonly keptAs: string; readonly isNewer: boolean } | null;
}

export interface SettingsFile {
  readonly load: () => Promise<LoadedSettings>;
  /** Writes the latest settings asked for, once whatever is being written is. */
  readonly save: (settings: Settings) => Promise<Saved>;
  /** Settles when nothing is left to write, what failed tried once more; it never rejects. */
  readonly flush: () => Promise<void>;
}

export interface SettingsFileOptions {
  readonly path: string;
  readonly log: Log;
}

export function createSettingsFile({ path, log }: SettingsFileOptions): SettingsFile {
  let inFile: string | null = null;
  let wanted: Settings | null = null;
  let waiting: Promise<Saved> | null = null;
  let last: Promise<unknown> = Promise.resolve();
  let isBlocked = false;
  let isUnsaved = false;

  async function load(): Promise<LoadedSettings> {
    try {
      const text = await readPatiently(path);
      const parsed = parseSettings(parseJson(text));
      if (!parsed.ok) return await quarantine(parsed.error);
      inFile = text;
      return { settings: parsed.value, broken: null };
    } catch (error) {
      if (codeOf(error) !== 'ENOENT') return quarantine(codeOf(error));
      return { settings: defaultSettings, broken: null };
    }
  }

  async function quarantine(reason: string): Promise<LoadedSettings> {
    const { dir, name, ext } = parse(path);
    const isNewer = reason === 'newer-version';
    const keptAs = join(dir, `${name}.broken-${new Date().toISOString().replace(/[:.]/g, '-')}${ext}`);
    try {
      await renamePatiently(path, keptAs);
      log.warn('The settings file could not be used and is kept aside', { reason });
      return { settings: defaultSettings, broken: { keptAs, isNewer } };
    } catch (error) {
      isBlocked = true;
      log.error('The settings file could not be used nor moved', { reason, move: codeOf(error) });
      return { settings: defaultSettings, broken: { keptAs: path, isNewer } };
    }
  }

  function save(settings: Settings): Promise<Saved> {
    wanted = settings;
    waiting ??= last.then(() => {
      waiting = null;
      return write(wanted ?? settings);
    });
    last = waiting;
    return waiting;
  }

  async function write(settings: Settings): Promise<Saved> {
    if (isBlocked) return fail('blocked');
    try {
      const text = formatSettings(settings);
      if (text !== inFile) await writeAtomically(path, text);
      inFile = text;
      isUnsaved = false;
      return succeed(null);
    } catch (error) {
      log.error('The settings were not saved', { reason: codeOf(error) });
      isUnsaved = true;
      return fail('not-written');
    }
  }

  async function flush(): Promise<void> {
    await last;
    if (isUnsaved && wanted !== null) await save(wanted);
  }

  return { load, save, flush };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
