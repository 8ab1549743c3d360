import type { RequestError } from '../shared/bridge.ts';
import { fail, type Result } from '../shared/result.ts';
import type { Toasts } from './toasts.ts';

/** A bridge that breaks is one more thing that can go wrong, not an exception to it. */
export const settle = <T>(reply: Promise<Result<T, RequestError>>): Promise<Result<T, RequestError>> =>
  reply.catch(() => fail({ kind: 'internal' }));

/** For requests whose success shows by itself: a failure becomes a message. Says whether it was done. */
export type Tell = (reply: Promise<Result<unknown, RequestError>>) => Promise<boolean>;

export const createTell =
  ({ show }: Pick<Toasts, 'show'>): Tell =>
  async (reply) => {
    const settled = await settle(reply);
    if (!settled.ok) show({ error: settled.error });
    return settled.ok;
  };
