import type { Settings } from '../../shared/settings.ts';
import { remember } from '../app/remember.ts';
import type { AppStore } from '../state/store.ts';

/** Remembers what the app has in the keychain: keytar's own list is not to be asked for (docs/electron.md §9). */
export function noteEntry(store: AppStore, name: string, mayBeThere: boolean): void {
  const { settings } = store.getState();
  if (settings.keychainEntries.includes(name) === mayBeThere) return;
  const others = settings.keychainEntries.filter((one) => one !== name);
  store.setState({ settings: { ...settings, keychainEntries: mayBeThere ? [...others, name] : others } });
}

/** Of a try whether the keychain works. */
const isOfTry = (name: string): boolean => name.startsWith('probe-');

/** What the user can see and delete. */
export const storedPasswordsOf = remember((entries: readonly string[]) =>
  entries.filter((name) => !isOfTry(name)),
);

/** Nobody needs them any more: of tries and of accounts that are gone, not what other parts keep by other names. */
export const leftoversOf = ({ keychainEntries, accounts }: Settings): readonly string[] =>
  keychainEntries.filter(
    (name) => isOfTry(name) || (name.includes('@') && !accounts.some(({ id }) => id === name)),
  );
