import { type AlertParts, createAlerts } from '../../src/main/alerts/alerts.ts';
import { createWords } from '../../src/main/app/words.ts';
import { type AppStore, createAppStore } from '../../src/main/state/store.ts';
import { interpret } from '../../src/main/statuses/dictionary.ts';
import { succeed } from '../../src/shared/result.ts';
import { systemClock as clock } from '../../src/watch/clock.ts';
import { createDiallerClient } from '../../src/watch/dialler/client.ts';
import { createDialler } from '../../src/watch/dialler/dialler.ts';
import { createMonitor } from '../../src/watch/monitor/monitor.ts';
import { anAccount } from '../fakes/builders.ts';
import { createQuietLog } from '../fakes/quiet-log.ts';
import { apiUser, password } from './account.ts';

export interface Dialler {
  readonly url: string;
  readonly users: readonly string[];
}

export interface AppOptions extends Dialler {
  readonly intervalMs: number;
  readonly requestsPerSecond: number;
  readonly show?: AlertParts['show'];
  /** A poll of this agent starts, while everybody has this interval. */
  readonly onPoll: (user: string, intervalMs: number) => void;
}

export interface AppUnderTest {
  readonly store: AppStore;
  readonly stop: () => void;
}

/** What runs for each poll, as `run-app.ts` joins it: client, monitor, store, dictionary and alerts. */
export function startAppUnderTest(options: AppOptions): AppUnderTest {
  const {
    url,
    users,
    intervalMs,
    requestsPerSecond,
    onPoll,
    show = () => ({ close: () => undefined }),
  } = options;
  const store = createAppStore({ account: anAccount({ baseUrl: url, apiUser, agentUsers: users }) });
  const log = createQuietLog();
  const port = createDialler({
    client: createDiallerClient({ fetch }),
    access: async () => {
      const { account } = store.getState();
      return account === null ? null : succeed({ account, password });
    },
    interpret: (reading) => interpret(reading, store.getState().settings.dictionary),
    onWarnings: () => undefined,
  });
  const monitor = createMonitor({
    store,
    ask: (user, signal) => {
      onPoll(user, store.getState().effectiveIntervalMs);
      return port.ask(user, signal);
    },
    clock,
    onUpdate: (update) => alerts.take(update),
  });
  const alerts = createAlerts({ store, words: createWords(), clock, log, show, idleMs: () => 0 });
  monitor.watch(users, { intervalMs, requestsPerSecond });
  monitor.start();
  return {
    store,
    stop: () => {
      monitor.stop({ kind: 'idle' });
      alerts.stop();
    },
  };
}
