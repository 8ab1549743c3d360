import { readFileSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { expect } from 'vitest';
import { nodeHttp } from '../../fakes/node-http.ts';
import type { Certificate } from './fault-server.ts';
import type { FaultRow } from './row.ts';

const fixtures = join(import.meta.dirname, '../../fixtures/tls');
export const pem = (name: string): string => readFileSync(join(fixtures, `${name}.pem`), 'utf8');
const certificate = (name: string): Certificate => ({ key: pem('key'), cert: pem(name) });
export const good = certificate('good');

/** From the next handshake on. */
export const presents =
  (name: string): FaultRow['begin'] =>
  async ({ server }) => {
    server.present(certificate(name));
    await server.breakConnections();
    const { length } = server.requests;
    return async () => {
      expect(server.requests).toHaveLength(length);
      server.present(good);
    };
  };

/** Something that does not speak TLS where the server was. */
export const withoutTls =
  (greet: (socket: Socket) => void, isSilent: boolean): FaultRow['begin'] =>
  async (stage) => {
    const sockets = new Set<Socket>();
    const server = createServer((socket) => {
      sockets.add(socket);
      socket.on('error', () => undefined);
      greet(socket);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    stage.reroute((request) => nodeHttp({ ...request, url: request.url.replace(/:\d+/, `:${port}`) }));
    stage.silence(isSilent);
    return () => {
      stage.reroute();
      stage.silence(false);
      for (const socket of sockets) socket.destroy();
      server.close();
    };
  };
