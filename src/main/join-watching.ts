import type { Clock } from '../watch/clock.ts';
import type { DiallerClient } from '../watch/dialler/client.ts';
import { createWatch } from '../watch/watch.ts';
import type { Interpret, WatchUpdate } from '../watch/watch-state.ts';
import { createAccess } from './account/access.ts';
import { createAccounts } from './account/accounts.ts';
import { createDemo } from './account/demo.ts';
import { createSecrets, type SecretsOptions } from './account/secrets.ts';
import { createTurns } from './account/turns.ts';
import { createUrgencyOf } from './account/urgency.ts';
import { createWatching } from './account/watching.ts';
import { followHistory } from './diagnostics/history.ts';
import { withProblemsNoted } from './diagnostics/problems.ts';
import type { AppStore } from './state/store.ts';
import { interpret, withStatus } from './statuses/dictionary.ts';

export interface WatchingParts extends Omit<SecretsOptions, 'onLate' | 'limitMs' | 'hideSecret'> {
  readonly store: AppStore;
  readonly clock: Clock;
  readonly client: DiallerClient;
  readonly closeConnections: () => Promise<void>;
  readonly hideSecret: (secret: string) => void;
  readonly random?: () => number;
  /** Told of everything new about agents, once it is in the store. */
  readonly onUpdate: (update: WatchUpdate) => void;
}

/** Joins all that signs in and watches: from the keychain and the dialler to the agents in the store. */
export function joinWatching({ store, clock, client, closeConnections, ...parts }: WatchingParts) {
  const { log, hideSecret, random } = parts;
  const inTurn = createTurns();
  const secrets = createSecrets({ ...parts, onLate: () => void inTurn(accounts.resumeLate) });
  const history = followHistory(store, clock);
  const interpretNow: Interpret = (reading) => interpret(reading, store.getState().settings.dictionary);
  const { dialler, monitor } = createWatch({
    store,
    client: withProblemsNoted(client, history.noteProblem),
    access: createAccess({ store, secrets, demo: { password: () => demo.password() } }),
    interpret: interpretNow,
    clock,
    urgencyOf: createUrgencyOf(store, clock),
    onUpdate: (update) => {
      if (update.unknownStatus !== null) learn(update.unknownStatus);
      parts.onUpdate(update);
    },
    onWarnings: () => log.warn('The dialler prints PHP warnings before its answers'),
    ...(random === undefined ? {} : { random }),
  });
  const unfollowDictionary = store.follow(({ settings }, before) => {
    if (settings.dictionary !== before.settings.dictionary) monitor.reinterpret(interpretNow);
  });

  function learn(status: string): void {
    store.setState(({ settings }) => {
      const dictionary = withStatus(settings.dictionary, status);
      return dictionary === settings.dictionary ? {} : { settings: { ...settings, dictionary } };
    });
  }

  const watching = createWatching({ store, monitor, closeConnections });
  const demo = createDemo({ watching, log });
  const accounts = createAccounts({ store, secrets, watching, tryOnce: dialler.tryOnce, hideSecret });
  return {
    /** What signs in, out and elsewhere comes one after the other. */
    inTurn,
    dialler,
    monitor,
    watching,
    demo,
    accounts,
    history: history.history,
    stop: async (): Promise<void> => {
      monitor.stop({ kind: 'idle' });
      for (const stop of [watching.stop, unfollowDictionary, history.stop]) stop();
      await demo.stop();
    },
  };
}
