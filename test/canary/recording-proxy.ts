import { once } from 'node:events';
import { createServer, request } from 'node:http';
import { buffer } from 'node:stream/consumers';
import type { Piece } from './search.ts';

/** Stands before a dialler and writes down all that goes either way. */
export async function startRecordingProxy(target: string) {
  const heads: Piece[] = [];
  const bodies: Piece[] = [];
  const answers: Piece[] = [];
  const { port: targetPort, pathname } = new URL(target);
  const server = createServer(async (asked, response) => {
    const body = await buffer(asked).catch(() => null);
    if (body === null) return;
    const label = `request ${heads.length + 1}`;
    heads.push({
      label,
      bytes: Buffer.from([`${asked.method} ${asked.url}`, ...asked.rawHeaders].join('\n')),
    });
    bodies.push({ label, bytes: body });
    const onwards = request(
      { host: '127.0.0.1', port: targetPort, path: asked.url, method: asked.method, headers: asked.headers },
      async (answered) => {
        const answer = await buffer(answered).catch(() => Buffer.alloc(0));
        answers.push({ label, bytes: Buffer.concat([Buffer.from(answered.rawHeaders.join('\n')), answer]) });
        response.writeHead(answered.statusCode ?? 502, answered.headers).end(answer);
      },
    );
    onwards.on('error', () => response.destroy());
    onwards.end(body);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The proxy has no port.');
  return {
    url: `http://127.0.0.1:${address.port}${pathname}`,
    heads,
    bodies,
    answers,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
