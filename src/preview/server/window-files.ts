import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { StandInWebContents } from '../electron/web-contents.ts';
import { connectWord } from '../wire/socket.ts';
import { withFirst, withFrameAncestors, withPageServer } from './frame-policy.ts';
import { otherHost } from './guard.ts';

export interface WindowFilesParts {
  readonly contents: () => Iterable<StandInWebContents>;
  readonly port: () => number;
  /** The built `page/preload-shim.ts`. */
  readonly shimFile: string;
  readonly platform: NodeJS.Platform;
}

const preloadName = '-preview-preload.js';
/** They describe the bytes as the app sent them, before ours went in or the connection changed. */
const notPassedOn = new Set([
  'content-length',
  'content-encoding',
  'transfer-encoding',
  'connection',
  'set-cookie',
]);

/**
 * Every file of the app's page is asked of the app's own `protocol.handle`. Of a page from a server, as in
 * development, only the document is asked for here, and its files come from that server.
 */
export function createWindowFiles({ contents, port, shimFile, platform }: WindowFilesParts) {
  return async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, token = '', path = ''] = /^\/w\/([^/]+)(\/.*)$/s.exec(request.url ?? '') ?? [];
    const page = [...contents()].find((candidate) => candidate.token === token && candidate.getURL() !== '');
    if (page === undefined || page.isDestroyed()) {
      response.writeHead(404).end();
      return;
    }
    const desktopOrigin = `http://${otherHost(request.headers.host ?? '', port())}`;
    if (path === `/${preloadName}`) {
      const script = await preloadScript(page, shimFile, desktopOrigin, platform);
      response.writeHead(200, {
        'Content-Type': 'text/javascript; charset=utf-8',
        'Cache-Control': 'no-store',
      });
      response.end(script);
      return;
    }
    const { protocol, host } = new URL(page.getURL());
    const url = `${protocol}//${host}${path}`;
    const isDocument = ['iframe', 'document'].includes(String(request.headers['sec-fetch-dest']));
    if (isDocument && withoutHash(url) !== withoutHash(page.getURL()) && !page.mayNavigate(url)) {
      response.writeHead(204).end();
      return;
    }
    const answer = await page.session.answer(
      new Request(url, { method: request.method ?? 'GET', headers: acceptOf(request) }),
    );
    await passOn(answer ?? new Response('Not found', { status: 404 }), response, {
      desktopOrigin,
      preloadPath: `/w/${token}/${preloadName}`,
      pageServer: protocol === 'http:' ? `${protocol}//${host}` : null,
    });
  };
}

interface Framed {
  readonly desktopOrigin: string;
  readonly preloadPath: string;
  /** Where everything but the document itself comes from; null when all of it comes through here. */
  readonly pageServer: string | null;
}

async function passOn(
  answer: Response,
  response: ServerResponse,
  { desktopOrigin, preloadPath, pageServer }: Framed,
): Promise<void> {
  const isHtml = answer.headers.get('content-type')?.startsWith('text/html') ?? false;
  for (const [name, value] of answer.headers) if (!notPassedOn.has(name)) response.setHeader(name, value);
  const own = withFrameAncestors(answer.headers.get('content-security-policy'), desktopOrigin);
  response.setHeader('Content-Security-Policy', pageServer === null ? own : withPageServer(own, pageServer));
  response.statusCode = answer.status;
  if (!isHtml) {
    response.end(Buffer.from(await answer.arrayBuffer()));
    return;
  }
  const base = pageServer === null ? '' : `<base href="${pageServer}/">`;
  response.end(withFirst(await answer.text(), `<script src="${preloadPath}"></script>${base}`));
}

/** The sandboxed preload as one plain script: its bundle, and the little of Electron it may require. */
async function preloadScript(
  page: StandInWebContents,
  shimFile: string,
  desktopOrigin: string,
  platform: NodeJS.Platform,
): Promise<string> {
  const bundle = page.preloadFile === null ? '' : await readFile(page.preloadFile, 'utf8');
  return [
    '(() => {',
    `const previewConfig = ${JSON.stringify({ desktopOrigin, connectWord, platform })};`,
    'const preloadBundle = function (require, module, exports, process) {',
    bundle,
    '};',
    await readFile(shimFile, 'utf8'),
    '})();',
  ].join('\n');
}

const withoutHash = (url: string): string => url.replace(/#.*$/s, '');

function acceptOf(request: IncomingMessage): Record<string, string> {
  const { accept } = request.headers;
  return accept === undefined ? {} : { accept };
}
