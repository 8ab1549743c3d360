import { createStore, type StoreApi } from 'zustand/vanilla';

export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly action?: { readonly label: string; readonly run: () => void };
}

export interface Toasts {
  readonly store: Pick<StoreApi<readonly Toast[]>, 'getState' | 'getInitialState' | 'subscribe'>;
  readonly show: (toast: Omit<Toast, 'id'>) => void;
  readonly dismiss: (id: number) => void;
}

/** More would cover the list they talk about. */
const mostAtOnce = 2;

export function createToasts(): Toasts {
  const store = createStore<readonly Toast[]>(() => []);
  let lastId = 0;
  return {
    store,
    show: (toast) => {
      lastId += 1;
      store.setState([...store.getState(), { ...toast, id: lastId }].slice(-mostAtOnce), true);
    },
    dismiss: (id) =>
      store.setState(
        store.getState().filter((toast) => toast.id !== id),
        true,
      ),
  };
}
