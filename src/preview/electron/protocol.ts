import type Electron from 'electron';
import type { Readiness } from './readiness.ts';

type ProtocolHandler = (request: Request) => Response | Promise<Response>;

/** One session's own schemes. */
export class StandInProtocol {
  readonly #handlers = new Map<string, ProtocolHandler>();

  handle = (scheme: string, handler: ProtocolHandler): void => {
    if (this.#handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`);
    this.#handlers.set(scheme, handler);
  };

  /** For the host: null when nobody answers for the scheme. */
  async answer(request: Request): Promise<Response | null> {
    const handler = this.#handlers.get(new URL(request.url).protocol.slice(0, -1));
    return handler === undefined ? null : await handler(request);
  }
}

export function createProtocolModule(readiness: Readiness, ofDefaultSession: () => StandInProtocol) {
  let isRegistered = false;
  return {
    registerSchemesAsPrivileged: (_schemes: Electron.CustomScheme[]): void => {
      if (readiness.isReady()) {
        throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
      }
      // Electron lets the last call win silently; the mistake is worth hearing about.
      if (isRegistered) throw new Error('protocol.registerSchemesAsPrivileged can only be called once');
      isRegistered = true;
    },
    handle: (scheme: string, handler: ProtocolHandler): void => ofDefaultSession().handle(scheme, handler),
  };
}
