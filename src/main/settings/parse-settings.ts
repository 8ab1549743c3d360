import { z } from 'zod';
import { fail, type Result, succeed } from '../../shared/result.ts';
import { defaultSettings, type Settings } from '../../shared/settings.ts';
import { renamed } from './row-parts.ts';
import { column, settingKeys, settingsTable } from './settings-table.ts';

const version = 1;

const orDefault = <K extends keyof Settings>(key: K) => settingsTable[key].inFile.catch(defaultSettings[key]);

/** A setting that cannot be read is the default; without good accounts the whole file is bad. */
const fileShape = z
  .object({
    ...column(settingKeys, orDefault),
    accounts: settingsTable.accounts.inFile,
  })
  .transform((settings): Settings => {
    const isKnown = settings.accounts.some(({ id }) => id === settings.activeAccountId);
    return isKnown ? settings : { ...settings, activeAccountId: null };
  });

export function parseSettings(value: unknown): Result<Settings, 'newer-version' | 'invalid'> {
  const versioned = z.object({ version: z.int().min(1) }).safeParse(value);
  if (!versioned.success) return fail('invalid');
  if (versioned.data.version > version) return fail('newer-version');
  const parsed = renamed({ troubleAfterMs: 'problemAfterMs' }, fileShape).safeParse(value);
  return parsed.success ? succeed(parsed.data) : fail('invalid');
}

/** Only what the settings are made of goes into the file, whatever else the object carries. */
export const formatSettings = (settings: Settings): string =>
  `${JSON.stringify({ version, ...fileShape.parse(settings) }, null, 2)}\n`;
