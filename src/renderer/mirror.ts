import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AppView } from '../shared/app-view.ts';
import type { CrocoApi } from '../shared/bridge.ts';
import { type AppDelta, applyDelta } from '../shared/delta.ts';

export interface MirrorState {
  /** Null until the first answer. */
  readonly view: AppView | null;
  /** The last request for it got no answer. */
  readonly isUnreachable: boolean;
}

export interface Mirror {
  readonly store: Pick<StoreApi<MirrorState>, 'getState' | 'getInitialState' | 'subscribe'>;
  /** Settles once what main knew when asked is here. */
  readonly catchUp: () => Promise<void>;
  /** Returns the way to stop. */
  readonly start: () => () => void;
}

export type MirrorApi = Pick<CrocoApi, 'getState' | 'getChangesSince' | 'onStateChanged'>;

/** A copy of main's view. It follows the changes, and fetches everything when it missed one. */
export function createMirror(api: MirrorApi): Mirror {
  const store = createStore<MirrorState>(() => ({ view: null, isUnreachable: false }));
  let isHealing = false;
  /** The newest revision we were told of. */
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

  /** Pushes and answers come in no sure order (docs/electron.md §7), so it is asked what is new since our revision. */
  async function catchUp(): Promise<void> {
    const { view } = store.getState();
    const reply =
      view === null ? null : await api.getChangesSince({ revision: view.revision }).catch(() => null);
    const isInStep = reply?.ok && reply.value !== null && take(reply.value);
    if (!isInStep) await fetchView();
  }

  /** Whether everything we were told of is here then. */
  function take(delta: AppDelta): boolean {
    heardOf = Math.max(heardOf, delta.to);
    const { view } = store.getState();
    const next = view === null ? null : applyDelta(view, delta);
    if (next !== null) store.setState({ view: next, isUnreachable: false });
    const here = next ?? view;
    return here !== null && here.revision >= heardOf;
  }

  function heal(): void {
    if (isHealing) return;
    isHealing = true;
    void fetchView().finally(() => {
      isHealing = false;
    });
  }

  function start(): () => void {
    const unsubscribe = api.onStateChanged((delta) => {
      if (!take(delta)) heal();
    });
    heal();
    return unsubscribe;
  }

  return { store, catchUp, start };
}
