import type { Settings } from '../../shared/settings.ts';
import type { AppState, AppStore } from '../state/store.ts';

/** A refused password that is sent again and again can lock the API user, so it is remembered over restarts. */
export const isRefused = ({ settings }: Pick<AppState, 'settings'>, accountId: string): boolean =>
  settings.refusedAccounts.includes(accountId);

export function setRefused(store: AppStore, accountId: string, isNow: boolean): void {
  const { settings } = store.getState();
  if (settings.refusedAccounts.includes(accountId) === isNow) return;
  store.setState({ settings: withRefused(settings, accountId, isNow) });
}

const withRefused = (settings: Settings, accountId: string, isNow: boolean): Settings => {
  const others = settings.refusedAccounts.filter((id) => id !== accountId);
  return { ...settings, refusedAccounts: isNow ? [...others, accountId] : others };
};

/** Remembers it of the account whose watch it stops. Returns the way to stop. */
export const followRefusals = (store: AppStore): (() => void) =>
  store.follow(({ health, account }, before) => {
    const isNew = health !== before.health && health.kind === 'stopped';
    if (isNew && health.problem.kind === 'wrong-credentials' && account !== null && !account.isDemo) {
      setRefused(store, account.id, true);
    }
  });

/** Whether the dialler refused what is still there to be sent once more. */
export const canTryAgain = ({ health, account }: Pick<AppState, 'health' | 'account'>): boolean =>
  health.kind === 'stopped' && health.problem.kind !== 'no-password' && account?.isDemo === false;
