import type { CrocoApi } from '../shared/bridge.ts';

declare global {
  interface Window {
    /** Made by the preload. */
    readonly croco: CrocoApi;
  }
}
