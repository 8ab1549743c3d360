import type { Problem } from '../../shared/problem.ts';
import { fail, type Result, succeed } from '../../shared/result.ts';
import type { Access } from '../../watch/dialler/client.ts';
import type { AppStore } from '../state/store.ts';
import type { Demo } from './demo.ts';
import { isRefused } from './refused.ts';
import type { Secrets } from './secrets.ts';

export interface AccessParts {
  readonly store: AppStore;
  readonly secrets: Pick<Secrets, 'get'>;
  readonly demo: Pick<Demo, 'password'>;
}

/** As whom the dialler is asked now: the account in use, with its password. */
export const createAccess =
  ({ store, secrets, demo }: AccessParts) =>
  async (): Promise<Result<Access, Problem> | null> => {
    const { account } = store.getState();
    if (account === null) return null;
    if (isRefused(store.getState(), account.id)) return fail({ kind: 'wrong-credentials' });
    const password = account.isDemo ? demo.password() : await secrets.get(account.id);
    return password === null ? fail({ kind: 'no-password' }) : succeed({ account, password });
  };
