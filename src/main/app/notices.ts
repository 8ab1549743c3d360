import type { Notice } from '../../shared/app-view.ts';
import type { AppStore } from '../state/store.ts';

/** Says it once, however often it is so. */
export function addNotice(store: AppStore, notice: Notice): void {
  const { notices } = store.getState();
  if (!notices.some(({ kind }) => kind === notice.kind)) store.setState({ notices: [...notices, notice] });
}

/** It is so no more. */
export function removeNotice(store: AppStore, kind: Notice['kind']): void {
  const { notices } = store.getState();
  const others = notices.filter((notice) => notice.kind !== kind);
  if (others.length < notices.length) store.setState({ notices: others });
}
