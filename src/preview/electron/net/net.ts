import type Electron from 'electron';
import type { Readiness } from '../readiness.ts';
import { StandInClientRequest } from './client-request.ts';

export function createNetModule(readiness: Readiness) {
  return {
    request: (options: Electron.ClientRequestConstructorOptions): StandInClientRequest => {
      readiness.demand('net module can only be used after app is ready');
      return new StandInClientRequest(options);
    },
  };
}
