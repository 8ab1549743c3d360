import { useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { CrocoApi } from '../shared/bridge.ts';
import type { Preferences } from '../shared/settings.ts';
import { usePage, useView } from './context.ts';
import type { Mirror } from './mirror.ts';
import type { Tell } from './requests.ts';

/**
 * What to change, given what is there: two edits in a row must not undo each other. It gives the same when done
 * twice: an edit is drawn over what main has, and main may have it already.
 */
export type Edit = (preferences: Preferences) => Partial<Preferences>;

export interface PreferencesEditor {
  /** What was edited here and is on its way. */
  readonly pending: Pick<StoreApi<readonly Edit[]>, 'getState' | 'getInitialState' | 'subscribe'>;
  readonly edit: (edit: Edit) => Promise<boolean>;
  /** For typing, which is not sent letter by letter. */
  readonly editSoon: (edit: Edit) => void;
  /** Sends what waits, now. */
  readonly flush: () => Promise<boolean>;
}

interface EditorParts {
  readonly api: Pick<CrocoApi, 'changePreferences'>;
  readonly mirror: Pick<Mirror, 'store' | 'catchUp'>;
  readonly tell: Tell;
}

const typingPauseMs = 400;

/** Edits are drawn at once, sent, and let go of as soon as main's own preferences have them. */
export function createPreferencesEditor({ api, mirror, tell }: EditorParts): PreferencesEditor {
  const pending = createStore<readonly Edit[]>(() => []);
  let timer: ReturnType<typeof setTimeout> | null = null;

  function stopTimer(): void {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  }

  function add(edit: Edit): void {
    pending.setState([...pending.getState(), edit], true);
  }

  async function send(): Promise<boolean> {
    stopTimer();
    const sent = pending.getState();
    const latest = mirror.store.getState().view?.preferences;
    if (latest === undefined || sent.length === 0) return true;
    const isDone = await tell(api.changePreferences({ change: changeOf(latest, sent) }));
    // What main pushed by now may be older than the change.
    if (isDone) await mirror.catchUp();
    pending.setState(
      pending.getState().filter((edit) => !sent.includes(edit)),
      true,
    );
    return isDone;
  }

  return {
    pending,
    edit: (edit) => {
      add(edit);
      return send();
    },
    editSoon: (edit) => {
      add(edit);
      stopTimer();
      timer = setTimeout(() => void send(), typingPauseMs);
    },
    flush: () => (timer === null ? Promise.resolve(true) : send()),
  };
}

interface EditedPreferences extends Omit<PreferencesEditor, 'pending'> {
  /** As main has them, with what is on its way. */
  readonly preferences: Preferences;
}

/** Leaving the screen sends what was typed last. */
export function usePreferences(): EditedPreferences {
  const { editor } = usePage();
  const known = useView((view) => view.preferences);
  const pending = useStore(editor.pending);
  useEffect(() => () => void editor.flush(), [editor]);
  const preferences = useMemo(() => ({ ...known, ...changeOf(known, pending) }), [known, pending]);
  return { ...editor, preferences };
}

function changeOf(preferences: Preferences, edits: readonly Edit[]): Partial<Preferences> {
  let change: Partial<Preferences> = {};
  for (const edit of edits) change = { ...change, ...edit({ ...preferences, ...change }) };
  return change;
}
