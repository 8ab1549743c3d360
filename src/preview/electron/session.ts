import { EventEmitter } from 'node:events';
import { StandInProtocol } from './protocol.ts';
import type { Readiness } from './readiness.ts';

/** Requests go out through Node, so without the system's proxy and certificates. */
export class StandInSession extends EventEmitter {
  readonly protocol = new StandInProtocol();
  #connections = new AbortController();

  fetch = (input: string | Request, init: RequestInit = {}): Promise<Response> => {
    const signals = [init.signal, this.#connections.signal].filter((signal) => signal instanceof AbortSignal);
    return globalThis.fetch(input, { ...init, signal: AbortSignal.any(signals) });
  };

  /** For the host: what a page of this session gets; null when nobody answers for the scheme. */
  answer = (request: Request): Promise<Response | null> =>
    /^https?:/.test(request.url) ? this.fetch(request) : this.protocol.answer(request);

  /** Fails what is in flight, as after waking up. */
  closeAllConnections = async (): Promise<void> => {
    this.#connections.abort(new Error('net::ERR_ABORTED'));
    this.#connections = new AbortController();
  };

  setPermissionRequestHandler = (_handler: unknown): void => {};
  setPermissionCheckHandler = (_handler: unknown): void => {};
  setProxy = async (_config: unknown): Promise<void> => {};
}

export function createSessionModule(readiness: Readiness) {
  const sessions = new Map<string, StandInSession>();

  function ofPartition(partition: string): StandInSession {
    readiness.demand('Session can only be received when app is ready');
    const known = sessions.get(partition) ?? new StandInSession();
    sessions.set(partition, known);
    return known;
  }

  return {
    fromPartition: (partition: string, _options?: { cache: boolean }): StandInSession =>
      ofPartition(partition),
    get defaultSession(): StandInSession {
      return ofPartition('');
    },
  };
}
