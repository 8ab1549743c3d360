import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { basename, join } from 'node:path';
import { contentTypeOf } from './content-type.ts';
import { hostsOf, otherHost } from './guard.ts';

export interface DesktopFilesParts {
  readonly folder: string;
  readonly port: () => number;
}

/** The desktop page itself, built by Vite into one flat folder. */
export function createDesktopFiles({ folder, port }: DesktopFilesParts) {
  return async function serve(path: string, host: string, response: ServerResponse): Promise<void> {
    const file = path === '/' ? 'index.html' : path.slice(1);
    // Only plain names of this folder: nothing can climb out of it.
    const body = file === basename(file) ? await readFile(join(folder, file)).catch(() => null) : null;
    if (body === null) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, {
      'Content-Type': contentTypeOf(file),
      'Content-Security-Policy': policyOf(host, port()),
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
      'Cache-Control': 'no-store',
    });
    response.end(body);
  };
}

function policyOf(host: string, port: number): string {
  const own = hostsOf(port).includes(host) ? host : '';
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    `connect-src 'self' ws://${own}`,
    `frame-src http://${otherHost(own, port)}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
