import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AppView } from '../shared/app-view.ts';
import type { CrocoApi } from '../shared/bridge.ts';
import { type AppDelta, applyDelta } from '../shared/delta.ts';

export interface MirrorState {
  /** Null until the first answer. */
  readonly view: AppView | null;
  /** The last fetchView got no answer. */
  readonly isUnreachable: boolean;
}

export interface Mirror {
  readonly store: Pick<StoreApi<MirrorState>, 'getState' | 'getInitialState' | 'subscribe'>;
  /** Settles once what main knew when asked is here. */
  readonly fetchView: () => Promise<void>;
  /** Returns the way to stop. */
  readonly start: () => () => void;
}

export interface MirrorParts {
  readonly api: Pick<CrocoApi, 'getState' | 'onStateChanged'>;
  readonly document: Pick<Document, 'visibilityState' | 'addEventListener' | 'removeEventListener'>;
}

/** A copy of main's view that heals itself: anything that does not fit makes it fetchView the whole. */
export function createMirror({ api, document }: MirrorParts): Mirror {
  const store = createStore<MirrorState>(() => ({ view: null, isUnreachable: false }));
  let isHealing = false;
  /** The newest revision a push told us about. */
  let heardOf = -1;

  async function fetchView(): Promise<void> {
    const reply = await api.getState().catch(() => null);
    if (reply === null || !reply.ok) {
      store.setState({ isUnreachable: true });
      return;
    }
    const { view } = store.getState();
    if (view !== null && view.revision > reply.value.revision) return;
    store.setState({ view: reply.value, isUnreachable: false });
    const isBehind = reply.value.revision < heardOf;
    heardOf = reply.value.revision;
    // A push overtook the answer; asking once more is enough, main is never behind its own pushes.
    if (isBehind) await fetchView();
  }

  function heal(): void {
    if (isHealing) return;
    isHealing = true;
    void fetchView().finally(() => {
      isHealing = false;
    });
  }

  function onDelta(delta: AppDelta): void {
    heardOf = Math.max(heardOf, delta.to);
    const { view } = store.getState();
    const next = view === null ? null : applyDelta(view, delta);
    if (next === null) heal();
    else store.setState({ view: next, isUnreachable: false });
  }

  function start(): () => void {
    const unsubscribe = api.onStateChanged(onDelta);
    const onVisible = () => {
      if (document.visibilityState === 'visible') heal();
    };
    document.addEventListener('visibilitychange', onVisible);
    heal();
    return () => {
      unsubscribe();
      document.removeEventListener('visibilitychange', onVisible);
    };
  }

  return { store, fetchView, start };
}
