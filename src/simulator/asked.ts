import type { IncomingMessage } from 'node:http';

/** A request as PHP sees it. Of a name sent twice, the last counts. */
export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly query: ReadonlyMap<string, string>;
  readonly body: ReadonlyMap<string, string>;
}

const maxBodyBytes = 1024 * 1024;

/** `$_GET` and `$_POST` where the front controller looks into the query first. */
export const fromQueryFirst = ({ query, body }: Asked, name: string): string | undefined =>
  query.get(name) ?? body.get(name);

/** `$_REQUEST` under the usual `request_order=GP`, where the body wins. */
export const fromBodyFirst = ({ query, body }: Asked, name: string): string | undefined =>
  body.get(name) ?? query.get(name);

export const agentUserOf = (asked: Asked): string => fromBodyFirst(asked, 'user') ?? '';

/** Rejects when the client goes away before it has said everything. */
export async function readAsked(request: IncomingMessage): Promise<Asked> {
  const url = URL.parse(request.url ?? '/', 'http://127.0.0.1');
  const text = await readText(request);
  const isForm =
    request.method === 'POST' &&
    (request.headers['content-type'] ?? '').toLowerCase().startsWith('application/x-www-form-urlencoded');
  return {
    method: request.method ?? 'GET',
    path: url?.pathname ?? '/',
    query: new Map(url?.searchParams),
    body: new Map(new URLSearchParams(isForm ? text : '')),
  };
}

/** PHP drops a body that is too big and goes on without it. */
async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    const data: Buffer = chunk;
    bytes += data.length;
    if (bytes <= maxBodyBytes) chunks.push(data);
  }
  return bytes <= maxBodyBytes ? Buffer.concat(chunks).toString('utf8') : '';
}
