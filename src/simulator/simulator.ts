import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { performance } from 'node:perf_hooks';
import { agentUserOf, readAsked } from './asked.ts';
import { deliver } from './deliver.ts';
import { createFaults, type Faults } from './faults.ts';
import type { Floor } from './floor.ts';
import { answer, type Behaviour } from './front-controller.ts';
import { createRequestLog, type RequestCounts } from './request-log.ts';

export interface SimulatorOptions extends Partial<Behaviour> {
  readonly floor: Floor;
  readonly apiUser: string;
  readonly password: string;
  /** How many times faster than life the floor moves. */
  readonly speed?: number;
  /** On 127.0.0.1; 0 for any free one. */
  readonly port?: number;
}

export interface Simulator {
  /** What an account takes as its server: `http://127.0.0.1:PORT/goAPIv2`. */
  readonly url: string;
  readonly port: number;
  readonly floor: Floor;
  readonly faults: Faults;
  readonly requests: RequestCounts;
  /** The instant the floor is at now. */
  readonly floorMs: () => number;
  readonly setPassword: (password: string) => void;
  readonly behave: (change: Partial<Behaviour>) => void;
  /** Refuses connections and breaks those there are, until `resume`. The floor lives on. */
  readonly pause: () => Promise<void>;
  readonly resume: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Longer than any interval of a client, so that a kept connection never dies just as it is used again. */
const keepAliveMs = 75_000;

/** A dialler on loopback that answers as CrocoDial's front controller does. Rejects if the port is taken. */
export async function startSimulator(options: SimulatorOptions): Promise<Simulator> {
  const { floor, speed = 1, port: wantedPort = 0, ...given } = options;
  let behaviour: Behaviour = {
    isLowLevel: false,
    hashesPasswords: false,
    wantsSessionUser: false,
    offlineAs: 'null',
    rosterAs: 'list',
    printsWarnings: false,
    ...given,
  };
  const faults = createFaults();
  const { begin, counts } = createRequestLog();
  const startedMs = performance.now();
  const floorMs = (): number => floor.startWallMs + (performance.now() - startedMs) * speed;

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const asked = await readAsked(request);
    if (response.destroyed) return;
    response.once('close', begin(asked, performance.now()));
    const { latencyMs, fault } = faults.take(agentUserOf(asked));
    const { offlineAs, rosterAs } = behaviour;
    const moment = { floor, floorMs: floorMs(), offlineAs, rosterAs };
    // Answered before the wait: a slow answer tells what was, as one overtaken on the way does.
    const page = answer(asked, behaviour, moment);
    if (latencyMs > 0) await waitUnlessClosed(response, latencyMs);
    if (!response.destroyed) deliver(response, page, fault);
  }

  const server = createServer((request, response) => {
    // Only a client that went away half-way makes it fail, and then nobody is left to tell.
    handle(request, response).catch(() => response.destroy());
  });
  server.keepAliveTimeout = keepAliveMs;
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
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
  async function close(): Promise<void> {
    const closing = [...sockets].map((socket) => new Promise((resolve) => socket.once('close', resolve)));
    const closed = new Promise((resolve) => server.close(resolve));
    for (const socket of sockets) socket.destroy();
    // The server calls itself closed a moment before its sockets do, and with them every request under way.
    await Promise.all([closed, ...closing]);
  }

  await listen(wantedPort);
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : wantedPort;

  return {
    url: `http://127.0.0.1:${port}/goAPIv2`,
    port,
    floor,
    faults,
    requests: counts,
    floorMs,
    setPassword: (password) => {
      behaviour = { ...behaviour, password };
    },
    behave: (change) => {
      behaviour = { ...behaviour, ...change };
    },
    pause: close,
    resume: () => listen(port),
    stop: close,
  };
}

function waitUnlessClosed(response: ServerResponse, delayMs: number): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      response.off('close', done);
      resolve();
    };
    const timer = setTimeout(done, delayMs);
    response.once('close', done);
  });
}
