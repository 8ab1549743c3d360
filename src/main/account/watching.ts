import type { SecretPlace } from '../../shared/app-view.ts';
import { maxIntervalMs, type Situation, situations } from '../../shared/settings.ts';
import type { Monitor } from '../../watch/monitor/monitor.ts';
import type { ActiveAccount, AppStore } from '../state/store.ts';
import { isRefused } from './refused.ts';

export interface WatchingParts {
  readonly store: AppStore;
  readonly monitor: Monitor;
  /** Drops connections that did not survive a sleep. */
  readonly closeConnections: () => Promise<void>;
}

export interface Watching {
  /** Watches this account from a fresh start, or says why it cannot. */
  readonly switchTo: (account: ActiveAccount | null, secret: SecretPlace) => void;
  readonly setPaused: (isPaused: boolean) => void;
  readonly sleep: () => void;
  /** Begins anew, also after a sleep that nobody announced. */
  readonly wake: () => Promise<void>;
  /** In some situations the dialler is asked less often; whoever unlocks the screen sees what is now. */
  readonly setSituation: (situation: Situation, isSo: boolean) => void;
  readonly stop: () => void;
}

/** Nobody sees a locked screen, so the dialler is spared (docs/api.md §6.17). */
const lockedIntervalMs = 15_000;
/** Connections that cannot be closed time out by themselves. */
const patienceMs = 2_000;
/** With the popover hidden, or on battery, each. */
const slowFactor = 2;

/** Whether to watch at all, and how often: that is the account's, the user's and the machine's to say. */
export function createWatching({ store, monitor, closeConnections }: WatchingParts): Watching {
  let isAsleep = false;
  const situation = { locked: false, hidden: false, battery: false };

  function begin(): void {
    const { account, secret, isWatchPaused } = store.getState();
    if (account === null) monitor.stop({ kind: 'idle' });
    else if (secret.kind === 'none') monitor.stop({ kind: 'stopped', problem: { kind: 'no-password' } });
    else if (isRefused(store.getState(), account.id)) {
      monitor.stop({ kind: 'stopped', problem: { kind: 'wrong-credentials' } });
    } else if (isWatchPaused) monitor.stop({ kind: 'paused' });
    else if (isAsleep) monitor.stop({ kind: 'connecting' });
    else monitor.start();
  }

  function keepInStep(): () => void {
    return store.follow((state, before) => {
      const isSameWatch =
        state.account?.id === before.account?.id &&
        state.account?.agentUsers === before.account?.agentUsers &&
        state.settings.intervalMs === before.settings.intervalMs &&
        state.settings.slowWhen === before.settings.slowWhen &&
        state.settings.requestsPerSecond === before.settings.requestsPerSecond;
      if (!isSameWatch) watchAgents();
    });
  }

  function watchAgents(): void {
    const { account, settings } = store.getState();
    const isSlow = (one: Situation): boolean => situation[one] && settings.slowWhen[one];
    const factor = (isSlow('hidden') ? slowFactor : 1) * (isSlow('battery') ? slowFactor : 1);
    const leastMs = isSlow('locked') ? lockedIntervalMs : 0;
    const slowSituation = situations.find(isSlow) ?? null;
    if (store.getState().slowSituation !== slowSituation) store.setState({ slowSituation });
    const intervalMs = Math.min(maxIntervalMs, Math.max(settings.intervalMs * factor, leastMs));
    monitor.watch(account?.agentUsers ?? [], { ...settings, intervalMs });
  }

  function switchTo(account: ActiveAccount | null, secret: SecretPlace): void {
    if (account?.id !== store.getState().account?.id) {
      // Agents of another account are strangers: nothing of theirs may look like a change.
      store.setState({ account: null, isWatchPaused: false });
      begin();
    }
    store.setState({ account, secret });
    begin();
  }

  return {
    switchTo,
    setPaused: (isPaused) => {
      if (store.getState().isWatchPaused === isPaused) return;
      store.setState({ isWatchPaused: isPaused });
      // A refused password stays refused, however often the watch is paused and resumed.
      if (store.getState().health.kind !== 'stopped') begin();
    },
    sleep: () => {
      isAsleep = true;
      const { kind } = store.getState().health;
      if (kind !== 'stopped' && kind !== 'idle' && kind !== 'paused') monitor.stop({ kind: 'connecting' });
    },
    wake: async () => {
      isAsleep = false;
      await Promise.race([closeConnections().catch(() => undefined), passed(patienceMs)]);
      const { kind } = store.getState().health;
      if (!isAsleep && (kind === 'connecting' || kind === 'ok' || kind === 'failing')) begin();
    },
    setSituation: (one, isSo) => {
      if (situation[one] === isSo) return;
      situation[one] = isSo;
      const { slowWhen } = store.getState().settings;
      if (slowWhen[one]) watchAgents();
      const isBackAtDesk = !isSo && (one === 'locked' || (one === 'hidden' && slowWhen.hidden));
      if (isBackAtDesk) monitor.refresh();
    },
    stop: keepInStep(),
  };
}

const passed = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
