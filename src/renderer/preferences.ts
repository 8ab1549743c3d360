import { useCallback, useEffect, useRef, useState } from 'react';
import type { Preferences } from '../shared/settings.ts';
import { usePage, useView } from './context.ts';
import { useTell } from './requests.ts';

/**
 * What to change, given what is there: two edits in a row must not undo each other. It gives the same when done
 * twice: an edit is drawn over what main has, and main may have it already.
 */
export type Edit = (preferences: Preferences) => Partial<Preferences>;

export interface PreferencesEditor {
  /** As main has them, with what was edited here and is on its way. */
  readonly preferences: Preferences;
  readonly edit: (edit: Edit) => Promise<boolean>;
  /** For typing, which is not sent letter by letter. Leaving sends it as well. */
  readonly editSoon: (edit: Edit) => void;
  /** Sends what waits, now. */
  readonly flush: () => Promise<boolean>;
}

const typingPauseMs = 400;

/** Edits are drawn at once, sent, and let go of as soon as main's own preferences have them. */
export function usePreferences(): PreferencesEditor {
  const { api, mirror } = usePage();
  const tell = useTell();
  const known = useView((view) => view.preferences);
  const [drawn, setDrawn] = useState<readonly Edit[]>([]);
  const edits = useRef<readonly Edit[]>([]);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);

  const keep = useCallback((next: readonly Edit[]) => {
    edits.current = next;
    setDrawn(next);
  }, []);

  const send = useCallback(async () => {
    if (timer.current !== null) clearTimeout(timer.current);
    timer.current = null;
    const sent = edits.current;
    const latest = mirror.store.getState().view?.preferences;
    if (latest === undefined || sent.length === 0) return true;
    const isDone = await tell(api.changePreferences({ change: changeOf(latest, sent) }));
    // Only a whole answer is sure to be newer than the change; a push may still be older.
    if (isDone) await mirror.fetchView();
    keep(edits.current.filter((edit) => !sent.includes(edit)));
    return isDone;
  }, [api, mirror, tell, keep]);

  const edit = useCallback(
    (wanted: Edit) => {
      keep([...edits.current, wanted]);
      return send();
    },
    [keep, send],
  );

  const editSoon = useCallback(
    (wanted: Edit) => {
      keep([...edits.current, wanted]);
      if (timer.current !== null) clearTimeout(timer.current);
      timer.current = setTimeout(() => void send(), typingPauseMs);
    },
    [keep, send],
  );

  const flush = useCallback(() => (timer.current === null ? Promise.resolve(true) : send()), [send]);
  useEffect(() => () => void flush(), [flush]);

  return { preferences: { ...known, ...changeOf(known, drawn) }, edit, editSoon, flush };
}

function changeOf(preferences: Preferences, edits: readonly Edit[]): Partial<Preferences> {
  let change: Partial<Preferences> = {};
  for (const edit of edits) change = { ...change, ...edit({ ...preferences, ...change }) };
  return change;
}
