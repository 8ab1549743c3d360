import { createWatching } from '../../src/main/account/watching.ts';
import { createAppStore } from '../../src/main/state/store.ts';
import type { Change } from '../../src/shared/change.ts';
import type { ProblemKind } from '../../src/shared/problem.ts';
import { succeed } from '../../src/shared/result.ts';
import { systemClock as clock } from '../../src/watch/clock.ts';
import { createDiallerClient } from '../../src/watch/dialler/client.ts';
import { createWatch } from '../../src/watch/watch.ts';
import { anAccount } from './builders.ts';

export interface WatchOptions {
  readonly baseUrl: string;
  readonly apiUser: string;
  readonly password: string;
  readonly agentUsers: readonly string[];
  readonly intervalMs: number;
}

/** The real client, monitor and store on the real network: the app without its desktop. */
export function watchFloor(options: WatchOptions) {
  const { intervalMs } = options;
  const store = createAppStore();
  const changes: Change[] = [];
  const problems: ProblemKind[] = [];
  store.follow((state, before) => {
    if (state.health !== before.health && state.health.kind === 'failing') {
      problems.push(state.health.problem.kind);
    }
  });
  const client = createDiallerClient({ fetch, timeoutMs: 2_000 });
  const { monitor } = createWatch({
    client,
    access: async () => {
      const { account } = store.getState();
      return account === null ? null : succeed({ account, password: options.password });
    },
    interpret: (reading) => ({ reading, unknownStatus: null }),
    onWarnings: () => undefined,
    store,
    onUpdate: (update) => changes.push(...update.changes),
    clock,
    // The shortest waits the back-off allows, so that tests do not sit them out.
    random: () => 0,
  });
  const watching = createWatching({ store, monitor, closeConnections: async () => undefined });
  store.setState(({ settings }) => ({ settings: { ...settings, intervalMs } }));
  const { baseUrl, apiUser, agentUsers } = options;
  watching.switchTo(anAccount({ baseUrl, apiUser, agentUsers }), { kind: 'keychain' });
  return {
    store,
    watching,
    monitor,
    changes,
    problems,
    health: () => store.getState().health,
    statusOf: (user: string) => store.getState().agents.get(user)?.reading.status,
    [Symbol.dispose]: () => {
      monitor.stop({ kind: 'idle' });
      watching.stop();
    },
  };
}
