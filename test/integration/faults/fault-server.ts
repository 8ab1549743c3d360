import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { Socket } from 'node:net';
import { type Asked, agentUserOf, fromBodyFirst, readAsked } from '../../../src/simulator/asked.ts';
import { deliver } from '../../../src/simulator/deliver.ts';
import type { FaultPlan } from '../../../src/simulator/faults.ts';
import type { Floor } from '../../../src/simulator/floor.ts';
import { answer, type Behaviour } from '../../../src/simulator/front-controller.ts';

/** One request, and what would be the right answer to it. */
export interface Exchange {
  readonly asked: Asked;
  readonly response: ServerResponse;
  /** The bare wire, for what no HTTP library would send. */
  readonly socket: Socket;
  readonly body: Buffer;
  /** Answers with one of the simulator's own faults; null is the right answer. */
  readonly deliver: (fault: FaultPlan['fault']) => void;
  /** From here on only time brings anything more. */
  readonly hold: () => void;
  /** Says no more for a while, in virtual time. */
  readonly wait: (ms: number) => Promise<void>;
}

export type Misbehaviour = (exchange: Exchange) => void | Promise<void>;

export interface Certificate {
  readonly key: string;
  readonly cert: string;
}

export interface FaultServerOptions extends Pick<Behaviour, 'apiUser' | 'password'> {
  readonly floor: Floor;
  readonly nowMs: () => number;
  /** The server's own clock, whatever becomes of ours. */
  readonly wallMs: () => number;
  /** Makes it speak TLS. */
  readonly certificate?: Certificate;
}

/** What a request is told apart by; the client's own requests carry no such thing. */
export const requestIdHeader = 'x-request-id';

/** A dialler on a real socket that answers right, or in whatever way a test makes it misbehave. */
export async function startFaultServer(options: FaultServerOptions) {
  const { floor, nowMs, wallMs, certificate } = options;
  let behaviour: Behaviour = {
    apiUser: options.apiUser,
    password: options.password,
    isLowLevel: false,
    hashesPasswords: false,
    wantsSessionUser: false,
    offlineAs: 'null',
    rosterAs: 'list',
    printsWarnings: false,
  };
  let misbehaviour: Misbehaviour | null = null;
  let victim: string | null = null;
  const held = new Set<string>();
  const sockets = new Set<Socket>();
  const requests: { readonly atMs: number; readonly agentUser: string }[] = [];
  let refusals = 0;
  let connections = 0;

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const id = String(request.headers[requestIdHeader]);
    const asked = await readAsked(request);
    response.setHeader('Date', new Date(wallMs()).toUTCString());
    const agentUser = agentUserOf(asked);
    requests.push({ atMs: nowMs(), agentUser });
    const { offlineAs, rosterAs } = behaviour;
    const page = answer(asked, behaviour, { floor, floorMs: nowMs(), offlineAs, rosterAs });
    if (fromBodyFirst(asked, 'goPass') !== behaviour.password || behaviour.isLowLevel) refusals += 1;
    const exchange: Exchange = {
      asked,
      response,
      socket: request.socket,
      body: Buffer.from(page.body),
      deliver: (fault) => deliver(response, page, fault),
      hold: () => held.add(id),
      wait: (ms) =>
        new Promise((resolve) => {
          held.add(id);
          setTimeout(() => {
            held.delete(id);
            resolve();
          }, ms);
        }),
    };
    if (misbehaviour === null || (victim !== null && victim !== agentUser)) deliver(response, page, null);
    else await misbehaviour(exchange);
  }

  const listener: RequestListener = (request, response) => {
    handle(request, response).catch(() => response.destroy());
  };
  const secure = certificate === undefined ? null : createSecureServer(certificate, listener);
  const server = secure ?? createServer(listener);
  server.keepAliveTimeout = 75_000;
  server.on('connection', (socket: Socket) => {
    connections += 1;
    sockets.add(socket);
    socket.once('error', () => undefined);
    socket.once('close', () => sockets.delete(socket));
  });

  const listen = (port: number): Promise<void> =>
    new Promise((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, '127.0.0.1', () => {
        server.off('error', reject);
        resolve();
      });
    });

  /** As if the server had crashed: what it was about to say is never said. */
  async function breakConnections(): Promise<void> {
    const closed = [...sockets].map((socket) => new Promise((resolve) => socket.once('close', resolve)));
    for (const socket of sockets) socket.destroy();
    await Promise.all(closed);
  }

  async function close(): Promise<void> {
    const closed = new Promise((resolve) => server.close(resolve));
    await Promise.all([closed, breakConnections()]);
  }

  await listen(0);
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;

  return {
    url: `${secure === null ? 'http' : 'https'}://127.0.0.1:${port}/goAPIv2`,
    port,
    /** Requests of which nothing more comes before time passes. */
    held: held as ReadonlySet<string>,
    requests: requests as readonly { readonly atMs: number; readonly agentUser: string }[],
    /** Requests whose credentials were refused. */
    refusals: () => refusals,
    connections: () => connections,
    /** All answers, or those about one agent, go wrong. Returns the cure. */
    misbehave: (how: Misbehaviour, agentUser: string | null = null): (() => void) => {
      misbehaviour = how;
      victim = agentUser;
      return () => {
        misbehaviour = null;
      };
    },
    behave: (change: Partial<Behaviour>): void => {
      behaviour = { ...behaviour, ...change };
    },
    /** From the next connection on. */
    present: (next: Certificate): void => secure?.setSecureContext(next),
    breakConnections,
    pause: close,
    resume: () => listen(port),
    stop: async (): Promise<void> => {
      if (server.listening) await close();
      else await breakConnections();
    },
  };
}
