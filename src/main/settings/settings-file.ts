import { defaultSettings, type Settings } from '../../shared/settings.ts';
import { createKeptFile, type KeptFile, type KeptFileParts } from '../app/kept-file.ts';
import { formatSettings, parseSettings } from './parse-settings.ts';

/** Written with every change, as the user made it, and never overwritten when it cannot be used. */
export const createSettingsFile = (
  parts: Pick<KeptFileParts<Settings>, 'path' | 'log'>,
): KeptFile<Settings> =>
  createKeptFile({
    ...parts,
    name: 'The settings file',
    parse: parseSettings,
    format: formatSettings,
    byDefault: defaultSettings,
    partOf: ({ settings }) => settings,
    isAtOnce: true,
    asideMark: 'broken',
    notices: {
      invalid: 'settings-broken',
      'newer-version': 'settings-newer',
      unreadable: 'settings-broken',
      notSaved: 'settings-not-saved',
    },
  });
