import type { Edges } from '../../src/main/app/edges.ts';
import { type App, assemble } from '../../src/main/assemble.ts';
import { createAppStore } from '../../src/main/state/store.ts';
import { systemClock as clock } from '../../src/watch/clock.ts';
import { createDiallerClient } from '../../src/watch/dialler/client.ts';
import { anAccount } from '../fakes/builders.ts';
import { nodeHttp } from '../fakes/node-http.ts';
import { inKeychain, keychainWith, plainEdges, settingsWith } from '../fakes/plain-edges.ts';
import { apiUser, password } from './account.ts';

export interface Dialler {
  readonly url: string;
  readonly users: readonly string[];
}

export interface AppOptions extends Dialler {
  readonly intervalMs: number;
  readonly requestsPerSecond: number;
  /** A poll of this agent starts, while everybody has this interval. */
  readonly onPoll: (user: string, intervalMs: number) => void;
  readonly edges?: Partial<Edges>;
}

/** The whole app but for its desktop and its files, on the real network and clock. */
export function startAppUnderTest({ url, users, onPoll, edges, ...pace }: AppOptions): App {
  const account = anAccount({ baseUrl: url, apiUser, agentUsers: users });
  const store = createAppStore({ settings: { ...settingsWith(account), ...pace } });
  const client = createDiallerClient({ http: nodeHttp });
  const app = assemble({
    ...plainEdges({
      clock,
      client: {
        ...client,
        getLiveAgentInfo: (request) => {
          onPoll(request.agentUser, store.getState().effectiveIntervalMs);
          return client.getLiveAgentInfo(request);
        },
      },
      keychain: inKeychain(keychainWith(account.id, password)),
      ...edges,
    }),
    store,
  });
  void app.begin(false);
  return app;
}
