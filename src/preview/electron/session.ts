import { EventEmitter } from 'node:events';
import { createSockets } from './net/sockets.ts';
import type { Network } from './net/url-loader.ts';
import { StandInProtocol } from './protocol.ts';
import type { Readiness } from './readiness.ts';

/** Requests go out through Node, so without the system's certificates. */
export class StandInSession extends EventEmitter {
  readonly protocol = new StandInProtocol();
  /** For `net`. */
  readonly network: Network;
  #sockets = createSockets();

  constructor(proxy: () => URL | null) {
    super();
    this.network = { sockets: () => this.#sockets, proxy, logins: new Map(), running: new Set() };
  }

  /** For the host: what a page of this session gets; null when nobody answers for the scheme. */
  answer = (request: Request): Promise<Response | null> =>
    /^https?:/.test(request.url) ? fetch(request) : this.protocol.answer(request);

  /** Fails what is in flight, as after waking up. */
  closeAllConnections = async (): Promise<void> => {
    for (const fail of this.network.running) fail('net::ERR_ABORTED');
    this.#sockets.close();
    this.#sockets = createSockets();
  };

  clearAuthCache = async (): Promise<void> => this.network.logins.clear();

  setPermissionRequestHandler = (_handler: unknown): void => {};
  setPermissionCheckHandler = (_handler: unknown): void => {};
  setProxy = async (_config: unknown): Promise<void> => {};
}

export function createSessionModule(readiness: Readiness, proxy: () => URL | null) {
  const sessions = new Map<string, StandInSession>();

  function ofPartition(partition: string): StandInSession {
    readiness.demand('Session can only be received when app is ready');
    const known = sessions.get(partition) ?? new StandInSession(proxy);
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
