import type { Settings } from '../../shared/settings.ts';

/**
 * What somebody else wrote into the file while the app runs. Which account is in use, and whom it watches, stays: its
 * password and its watch are what they are.
 */
export function adoptSettings(found: Settings, mine: Settings): Settings {
  const { activeAccountId, keychainEntries } = mine;
  const inUse = mine.accounts.filter(({ id }) => id === activeAccountId);
  const others = found.accounts.filter(({ id }) => id !== activeAccountId);
  return { ...found, activeAccountId, keychainEntries, accounts: [...inUse, ...others] };
}
