import { useCallback, useEffect, useRef, useState } from 'react';
import type { InboxView } from '../../../shared/alert.ts';
import type { RequestError } from '../../../shared/bridge.ts';
import { usePage, useView } from '../../context.ts';
import { settle } from '../../requests.ts';

interface Inbox {
  /** Null until the first answer. */
  readonly inbox: InboxView | null;
  readonly error: RequestError | null;
  readonly ask: () => void;
}

/** The inbox as main has it, asked for again whenever it may read differently; one request at a time. */
export function useInbox(): Inbox {
  const { api } = usePage();
  const revision = useView((view) => view.alerts.inboxRevision);
  const language = useView((view) => view.language);
  const isPresenting = useView((view) => view.preferences.isPresenting);
  const [inbox, setInbox] = useState<InboxView | null>(null);
  const [error, setError] = useState<RequestError | null>(null);
  const asking = useRef({ isMounted: false, isUnderWay: false, isWantedAgain: false });

  const ask = useCallback(async () => {
    const now = asking.current;
    now.isWantedAgain = now.isUnderWay;
    if (now.isUnderWay) return;
    now.isUnderWay = true;
    do {
      now.isWantedAgain = false;
      const reply = await settle(api.listInbox());
      if (!now.isMounted) break;
      if (reply.ok) setInbox((before) => keepSame(before, reply.value));
      setError(reply.ok ? null : reply.error);
    } while (now.isWantedAgain);
    now.isUnderWay = false;
  }, [api]);

  useEffect(() => {
    const now = asking.current;
    now.isMounted = true;
    return () => {
      now.isMounted = false;
    };
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: each of them makes main answer differently.
  useEffect(() => void ask(), [ask, revision, language, isPresenting]);

  return { inbox, error, ask };
}

/** Lines that read as before stay the same objects, so that only the others are drawn again. */
function keepSame(before: InboxView | null, after: InboxView): InboxView {
  if (before === null) return after;
  return {
    alerts: sameLines(before.alerts, after.alerts),
    keptQuiet: sameLines(before.keptQuiet, after.keptQuiet),
  };
}

function sameLines<T extends { readonly id: number }>(before: readonly T[], after: readonly T[]): T[] {
  const known = new Map(before.map((line) => [line.id, line]));
  return after.map((line) => {
    const same = known.get(line.id);
    return same !== undefined && JSON.stringify(same) === JSON.stringify(line) ? same : line;
  });
}
