import type Electron from 'electron';
import type { Readiness } from '../readiness.ts';
import { StandInClientRequest } from './client-request.ts';

export function createNetModule(readiness: Readiness) {
  return {
    /** The preview has the network of its machine, and cannot ask whether there is one. */
    isOnline: (): boolean => true,
    request: (options: Electron.ClientRequestConstructorOptions): StandInClientRequest => {
      readiness.demand('net module can only be used after app is ready');
      return new StandInClientRequest(options);
    },
  };
}
