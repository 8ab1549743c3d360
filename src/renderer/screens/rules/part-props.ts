import type { Preferences } from '../../../shared/settings.ts';
import type { ChangePreferences } from './use-preferences.ts';

/** What every part of this screen shows and changes. */
export interface PartProps {
  readonly preferences: Preferences;
  readonly change: ChangePreferences;
}
