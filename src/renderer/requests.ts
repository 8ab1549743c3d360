import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequestError } from '../shared/bridge.ts';
import { fail, type Result } from '../shared/result.ts';
import { usePage } from './context.ts';
import { explainError } from './parts/explain.ts';

/** A bridge that breaks is one more thing that can go wrong, not an exception to it. */
export const settle = <T>(reply: Promise<Result<T, RequestError>>): Promise<Result<T, RequestError>> =>
  reply.catch(() => fail({ kind: 'internal' }));

/** For requests whose success shows by itself: a failure becomes a message. */
export function useTell(): (reply: Promise<Result<unknown, RequestError>>) => Promise<boolean> {
  const { toasts } = usePage();
  const { t } = useTranslation();
  return useCallback(
    async (reply) => {
      const settled = await settle(reply);
      if (!settled.ok) toasts.show({ text: explainError(t, settled.error).title });
      return settled.ok;
    },
    [toasts, t],
  );
}
