import { z } from 'zod';
import { fail, type Result, succeed } from '../../shared/result.ts';
import { defaultSettings, type Settings } from '../../shared/settings.ts';
import type { BadContent, FileFormat } from '../app/examine-file.ts';
import { isJsonObject, type Json } from '../app/parse-json.ts';
import { withNewNames } from './row-parts.ts';
import { column, settingKeys, settingsTable } from './settings-table.ts';

const version = 1;

const orDefault = <K extends keyof Settings>(key: K) => settingsTable[key].inFile.catch(defaultSettings[key]);

/** A setting that cannot be read is the default; without good accounts the whole file is bad. */
const fileShape = z
  .object({
    ...column(settingKeys, orDefault),
    accounts: settingsTable.accounts.inFile,
    keychainEntries: settingsTable.keychainEntries.inFile.nullable().catch(null),
  })
  .transform(({ keychainEntries, ...settings }): Settings => {
    const ids = settings.accounts.map(({ id }) => id);
    return {
      ...settings,
      activeAccountId: ids.find((id) => id === settings.activeAccountId) ?? null,
      // An older file does not tell, and each of its accounts may have left a password.
      keychainEntries: keychainEntries ?? ids,
    };
  });

/** Files of the first edition call some things by other names. */
const inTodaysWords = (file: unknown): unknown =>
  withNewNames({ troubleAfterMs: 'problemAfterMs', how: 'escalation' }, file);

export function parseSettings(value: unknown): Result<Settings, BadContent> {
  const versioned = z.object({ version: z.int().min(1) }).safeParse(value);
  if (!versioned.success) return fail('invalid');
  if (versioned.data.version > version) return fail('newer-version');
  const parsed = fileShape.safeParse(inTodaysWords(value));
  return parsed.success ? succeed(parsed.data) : fail('invalid');
}

/** Only what the settings are made of goes into the file, whatever else the object carries. */
const toJson = (settings: Settings): Json => ({ version, ...fileShape.parse(settings) });

/** Where nobody can tell whether something was to be hidden, it is. */
export const withPrivacyOn = (settings: Settings, file: Json = {}): Settings => ({
  ...settings,
  isPresenting: settings.isPresenting || !Object.hasOwn(file, 'isPresenting'),
  hidesNumbers: settings.hidesNumbers || !Object.hasOwn(file, 'hidesNumbers'),
});

export const settingsFormat: FileFormat<Settings> = {
  parse: parseSettings,
  toJson,
  inTodaysWords,
  afterDamage: (settings, file) => withPrivacyOn(settings, isJsonObject(file) ? file : {}),
};

export const formatSettings = (settings: Settings): string =>
  `${JSON.stringify(toJson(settings), null, 2)}\n`;
