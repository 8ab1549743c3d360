import type { Clock } from '../watch/clock.ts';
import type { DiallerClient } from '../watch/dialler/client.ts';
import { createMonitor } from '../watch/monitor/monitor.ts';
import { createAccounts } from './account/accounts.ts';
import { createDemo } from './account/demo.ts';
import { createDiallerPort } from './account/dialler-port.ts';
import { createSecrets, type SecretsOptions } from './account/secrets.ts';
import { createTurns } from './account/turns.ts';
import { createUrgencyOf } from './account/urgency.ts';
import { createWatching } from './account/watching.ts';
import { followHistory } from './diagnostics/history.ts';
import { withProblemsNoted } from './diagnostics/problems.ts';
import type { AppStore } from './state/store.ts';
import { followDictionary } from './statuses/dictionary.ts';

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
  const kept = followHistory(store, clock);
  const dictionary = followDictionary(store);
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
    urgencyOf: createUrgencyOf(store, clock),
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
