import type { Keychain } from '../../src/main/account/secrets.ts';

type Call = keyof Keychain;
type Behaviour = 'works' | 'rejects' | 'throws' | 'forgets' | 'hangs';

export interface FakeKeychain extends Keychain {
  readonly entries: Map<string, string>;
  readonly calls: Call[];
  /** The most calls that were ever under way at once. */
  readonly mostAtOnce: () => number;
  /** What calls do from now on; one kind of call alone when named. */
  readonly behave: (behaviour: Behaviour, call?: Call) => void;
  /** The user unlocks it: calls that hang are carried out, and no more hang. */
  readonly unlock: () => void;
}

export function createFakeKeychain(): FakeKeychain {
  const entries = new Map<string, string>();
  const calls: Call[] = [];
  const behaviours = new Map<Call, Behaviour>();
  let locked = Promise.withResolvers<void>();
  let underWay = 0;
  let mostAtOnce = 0;

  function run<T>(call: Call, works: () => T, forgets: () => T): Promise<T> {
    calls.push(call);
    const behaviour = behaviours.get(call) ?? 'works';
    if (behaviour === 'throws') throw new Error(`${call} is not possible`);
    const answer = async (): Promise<T> => {
      await Promise.resolve();
      if (behaviour === 'rejects') throw new Error(`${call} was refused`);
      if (behaviour === 'hangs') await locked.promise;
      return behaviour === 'forgets' ? forgets() : works();
    };
    underWay += 1;
    mostAtOnce = Math.max(mostAtOnce, underWay);
    return answer().finally(() => {
      underWay -= 1;
    });
  }

  const behave = (behaviour: Behaviour, call?: Call): void => {
    for (const each of call === undefined ? allCalls : [call]) behaviours.set(each, behaviour);
  };

  const keyOf = (service: string, account: string): string => `${service}/${account}`;

  return {
    entries,
    calls,
    mostAtOnce: () => mostAtOnce,
    behave,
    unlock: () => {
      behave('works');
      locked.resolve();
      locked = Promise.withResolvers<void>();
    },
    getPassword: (service, account) =>
      run(
        'getPassword',
        () => entries.get(keyOf(service, account)) ?? null,
        () => null,
      ),
    setPassword: (service, account, password) =>
      run(
        'setPassword',
        () => void entries.set(keyOf(service, account), password),
        () => undefined,
      ),
    deletePassword: (service, account) =>
      run(
        'deletePassword',
        () => entries.delete(keyOf(service, account)),
        () => false,
      ),
  };
}

const allCalls: readonly Call[] = ['getPassword', 'setPassword', 'deletePassword'];
