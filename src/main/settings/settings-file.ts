import { defaultSettings, type Settings } from '../../shared/settings.ts';
import { createKeptFile, type KeptFile, type KeptFileParts } from '../app/kept-file.ts';
import { adoptSettings } from './adopt-settings.ts';
import { settingsFormat, withPrivacyOn } from './parse-settings.ts';

/** Written with every change, as the user made it, and never overwritten when it cannot be used. */
export const createSettingsFile = (
  parts: Pick<KeptFileParts<Settings>, 'path' | 'log'>,
): KeptFile<Settings> =>
  createKeptFile({
    ...parts,
    name: 'The settings file',
    format: settingsFormat,
    indent: 2,
    byDefault: defaultSettings,
    afterLoss: withPrivacyOn(defaultSettings),
    partOf: ({ settings }) => settings,
    adopt: (found, { settings }) => ({ settings: adoptSettings(found, settings) }),
    isAtOnce: true,
    asideMark: 'broken',
    notices: {
      invalid: 'settings-broken',
      'newer-version': 'settings-newer',
      unreadable: 'settings-broken',
      edited: 'settings-edited',
      partly: 'settings-partly',
      notTaken: 'settings-not-taken',
      newerParts: 'settings-newer-parts',
      notSaved: 'settings-not-saved',
    },
  });
