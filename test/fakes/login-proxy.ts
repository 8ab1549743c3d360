import { once } from 'node:events';
import { createServer, type IncomingMessage, request } from 'node:http';
import { connect, type Socket } from 'node:net';

/** An HTTP proxy that wants a login, for plain requests and for tunnels. */
export async function startLoginProxy(login: { readonly user: string; readonly password: string }) {
  const right = `Basic ${Buffer.from(`${login.user}:${login.password}`).toString('base64')}`;
  const sockets = new Set<Socket>();
  const given: string[] = [];
  let passed = 0;

  function mayPass({ headers }: IncomingMessage): boolean {
    const authorization = headers['proxy-authorization'];
    if (authorization !== undefined) given.push(authorization);
    if (authorization !== right) return false;
    passed += 1;
    return true;
  }

  const server = createServer((asked, response) => {
    if (!mayPass(asked)) {
      asked.resume();
      response.writeHead(407, { 'Proxy-Authenticate': 'Basic realm="office"' }).end('<h1>Log in</h1>');
      return;
    }
    const { 'proxy-authorization': _, ...headers } = asked.headers;
    const onwards = request(asked.url ?? '', { method: asked.method, headers }, (answered) => {
      response.writeHead(answered.statusCode ?? 502, answered.headers);
      answered.pipe(response);
    });
    onwards.on('error', () => response.destroy());
    asked.pipe(onwards);
  });
  server.on('connect', (asked, socket) => {
    if (!mayPass(asked)) {
      const head =
        'HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm="office"\r\n';
      socket.end(`${head}Content-Length: 0\r\n\r\n`);
      return;
    }
    const { hostname, port } = new URL(`http://${asked.url}`);
    const server = connect(Number(port), hostname, () => socket.write('HTTP/1.1 200 OK\r\n\r\n'));
    for (const end of [socket, server]) end.on('error', () => [socket, server].map((each) => each.destroy()));
    socket.pipe(server).pipe(socket);
  });
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.once('close', () => sockets.delete(socket));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    name: `127.0.0.1:${port}`,
    /** The logins it was given, right or wrong, as they were sent. */
    given: given as readonly string[],
    passed: () => passed,
    stop: async (): Promise<void> => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
