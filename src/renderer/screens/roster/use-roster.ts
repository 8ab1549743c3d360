import { useCallback, useEffect, useRef, useState } from 'react';
import type { RequestError } from '../../../shared/bridge.ts';
import type { RosterUser } from '../../../shared/roster.ts';
import { usePage } from '../../context.ts';
import { settle } from '../../requests.ts';

export type RosterState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly error: RequestError }
  | { readonly kind: 'listed'; readonly users: readonly RosterUser[]; readonly readAtMs: number };

/** The dialler's users, asked for when the screen opens and whenever `load` is called. */
export function useRoster() {
  const { api, clock } = usePage();
  const [state, setState] = useState<RosterState>({ kind: 'loading' });
  const [isLoading, setLoading] = useState(true);
  const latest = useRef(0);

  const load = useCallback(
    async (isFresh: boolean) => {
      latest.current += 1;
      const mine = latest.current;
      setLoading(true);
      const reply = await settle(api.getRoster({ isFresh }));
      if (mine !== latest.current) return;
      setLoading(false);
      setState(
        reply.ok
          ? { kind: 'listed', users: reply.value.users, readAtMs: clock.nowMs() - reply.value.ageMs }
          : { kind: 'failed', error: reply.error },
      );
    },
    [api, clock],
  );

  useEffect(() => {
    void load(false);
    return () => {
      latest.current += 1;
    };
  }, [load]);

  return { state, isLoading, load };
}
