import { createAccounts } from './accounts.ts';
import type { Clock } from './clock.ts';
import { createDemo } from './demo.ts';
import { keepHistory } from './diagnostics-history.ts';
import { withProblemsNoted } from './diagnostics-problems.ts';
import type { DiallerClient } from './dialer/client.ts';
import { createDiallerPort } from './dialler-port.ts';
import { keepDictionary } from './dictionary.ts';
import { createMonitor } from './monitor/monitor.ts';
import { createPullOf } from './monitor/pull.ts';
import { createSecrets, type SecretsOptions } from './secrets.ts';
import type { AppStore } from './store.ts';
import { createTurns } from './turns.ts';
import { createWatching } from './watching.ts';

export interface WatchingParts extends Omit<SecretsOptions, 'onLate' | 'limitMs' | 'hideSecret'> {
  readonly store: AppStore;
  readonly clock: Clock;
  readonly client: DiallerClient;
  readonly closeConnections: () => Promise<void>;
  readonly hideSecret: (secret: string) => void;
  readonly random?: () => number;
}

/** Joins all that signs in and watches: from the keychain and the dialler to the agents in the store. */
export function joinWatching({ store, clock, client, closeConnections, ...parts }: WatchingParts) {
  const { log, hideSecret, random } = parts;
  const inTurn = createTurns();
  const secrets = createSecrets({ ...parts, onLate: () => void inTurn(accounts.resumeLate) });
  const kept = keepHistory(store, clock);
  const dictionary = keepDictionary(store);
  const dialler = createDiallerPort({
    client: withProblemsNoted(client, kept.noteProblem),
    interpret: dictionary.interpret,
    store,
    secrets,
    demo: { password: () => demo.password() },
    log,
    hideSecret,
  });
  const monitor = createMonitor({
    store,
    ask: dialler.ask,
    clock,
    pullOf: createPullOf(store, clock),
    ...(random === undefined ? {} : { random }),
  });
  const watching = createWatching({ store, monitor, closeConnections });
  const demo = createDemo({ watching, log });
  const accounts = createAccounts({ store, secrets, watching, tryOnce: dialler.tryOnce });
  return {
    /** What signs in, out and elsewhere comes one after the other. */
    inTurn,
    dialler,
    monitor,
    watching,
    demo,
    accounts,
    history: kept.history,
    stop: async (): Promise<void> => {
      monitor.stop({ kind: 'idle' });
      for (const stop of [watching.stop, dictionary.stop, kept.stop]) stop();
      await demo.stop();
    },
  };
}
