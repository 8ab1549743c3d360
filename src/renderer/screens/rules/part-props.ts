import type { Preferences } from '../../../shared/settings.ts';
import type { Edit } from '../../preferences.ts';

/** What every part of this screen shows and changes. */
export interface PartProps {
  readonly preferences: Preferences;
  readonly change: (edit: Edit) => void;
}
