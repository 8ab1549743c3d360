import { createDiallerPort } from '../../src/main/account/dialler-port.ts';
import { createWatching } from '../../src/main/account/watching.ts';
import { createAppStore } from '../../src/main/state/store.ts';
import type { Change } from '../../src/shared/change.ts';
import type { ProblemKind } from '../../src/shared/problem.ts';
import { systemClock as clock } from '../../src/watch/clock.ts';
import { createDiallerClient } from '../../src/watch/dialler/client.ts';
import { createMonitor } from '../../src/watch/monitor/monitor.ts';
import { anAccount } from './builders.ts';
import { createQuietLog } from './quiet-log.ts';

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
  store.subscribe((state, before) => {
    if (state.changes !== before.changes) changes.push(...state.changes);
    if (state.health !== before.health && state.health.kind === 'failing') {
      problems.push(state.health.problem.kind);
    }
  });
  const client = createDiallerClient({ fetch, timeoutMs: 2_000 });
  const secrets = { get: async () => options.password };
  const dialler = createDiallerPort({
    client,
    store,
    secrets,
    demo: { password: () => null },
    interpret: (reading) => reading,
    log: createQuietLog(),
    hideSecret: () => undefined,
  });
  // The shortest waits the back-off allows, so that tests do not sit them out.
  const monitor = createMonitor({ store, ask: dialler.ask, clock, random: () => 0 });
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
