import { readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';

/** The page's only origin: `app://bundle`. */
export const appScheme = 'app';
export const appOrigin = 'app://bundle';
export const appUrl = `${appOrigin}/index.html`;

/** Nothing is allowed but our own files; in particular the page can connect to nowhere. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'none'",
  "worker-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** Answers `app://bundle/…` from the renderer's folder, and nothing outside it. */
export function createAppProtocol(rendererFolder: string): (request: Request) => Promise<Response> {
  return async (request) => {
    const file = fileOf(request, rendererFolder);
    const contentType = file === null ? undefined : contentTypes[extname(file)];
    if (file === null || contentType === undefined) return notFound();
    const body = await readFile(file).catch(() => null);
    if (body === null) return notFound();
    return new Response(body, {
      headers: {
        'Content-Type': contentType,
        'Content-Security-Policy': contentSecurityPolicy,
        'X-Content-Type-Options': 'nosniff',
        'Referrer-Policy': 'no-referrer',
      },
    });
  };
}

function fileOf(request: Request, folder: string): string | null {
  const url = URL.parse(request.url);
  if (request.method !== 'GET' || url?.protocol !== `${appScheme}:` || url.host !== 'bundle') return null;
  const path = decodePath(url.pathname);
  if (path === null || path.includes('\0')) return null;
  const file = join(folder, path);
  const inside = relative(folder, file);
  return inside === '' || inside.startsWith('..') || inside.startsWith(sep) ? null : file;
}

function decodePath(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return null;
  }
}

const notFound = (): Response => new Response('Not found', { status: 404 });
