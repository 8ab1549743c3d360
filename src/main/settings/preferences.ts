import { z } from 'zod';
import type { Preferences, Settings } from '../../shared/settings.ts';
import { remember } from '../app/remember.ts';
import { column, settingKeys, settingsTable } from './settings-table.ts';

const isPreference = (key: keyof Settings): key is keyof Preferences => settingsTable[key].fromPage !== null;

const preferenceKeys = settingKeys.filter(isPreference);

/** What the page may send to change some of them. */
export const preferencesShape: z.ZodType<Partial<Preferences>> = z.strictObject(
  // A field that is there and undefined, as it can be over the bridge, must not replace a preference.
  column(preferenceKeys, (key) => settingsTable[key].fromPage.exactOptional()),
);

/** What the page may know of the settings; the same object for the same settings, as every push compares it. */
export const preferencesOf = remember((settings: Settings): Preferences => pick(settings, preferenceKeys));

const pick = <T extends object, K extends keyof T>(whole: T, keys: readonly K[]) =>
  Object.fromEntries(keys.map((key) => [key, whole[key]])) as Pick<T, K>;
