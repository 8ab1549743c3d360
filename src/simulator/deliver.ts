import type { ServerResponse } from 'node:http';
import { STATUS_CODES } from 'node:http';
import { pipeline, Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import type { FaultPlan } from './faults.ts';
import type { Page } from './front-controller.ts';
import { errorPage, webInterfacePage } from './pages.ts';

const chunkBytes = 64 * 1024;
const halfOf = (body: Buffer): Buffer => body.subarray(0, Math.floor(body.length / 2));

/** Sends the page, or does to it what the fault says. */
export function deliver(response: ServerResponse, page: Page, fault: FaultPlan['fault']): void {
  // PHP's own default: the front controller names no type, whatever it sends.
  response.setHeader('Content-Type', 'text/html; charset=UTF-8');
  if (page.isApi) response.setHeader('Access-Control-Allow-Origin', '*');
  const body = Buffer.from(page.body);
  switch (fault?.kind) {
    case 'hang':
      return;
    case 'reset':
      reset(response, body, fault.when);
      return;
    case 'status':
      if (fault.retryAfter !== undefined) response.setHeader('Retry-After', fault.retryAfter);
      if (fault.status === 407) response.setHeader('Proxy-Authenticate', 'Basic realm="proxy"');
      response.statusCode = fault.status;
      response.end(errorPage(fault.status, STATUS_CODES[fault.status] ?? 'Error'));
      return;
    case 'header':
      response.setHeader(fault.name, fault.value);
      response.end(body);
      return;
    case 'html':
      response.end(webInterfacePage);
      return;
    case 'huge':
      pipeline(Readable.from(filler(fault.bytes)), response, () => {});
      return;
    case 'redirect':
      redirect(response, fault.location, fault.status);
      return;
    case 'redirect-loop':
      redirect(response, response.req.url ?? '/');
      return;
    case 'empty':
      response.end();
      return;
    case 'truncated':
      response.end(halfOf(body));
      return;
    case 'gzip':
      response.setHeader('Content-Encoding', 'gzip');
      response.end(gzipSync(body));
      return;
    case 'body':
      response.end(fault.body);
      return;
    default:
      response.end(body);
  }
}

function reset(response: ServerResponse, body: Buffer, when: 'before-headers' | 'mid-body'): void {
  const { socket } = response;
  if (when === 'before-headers') {
    socket?.resetAndDestroy();
    return;
  }
  response.setHeader('Content-Length', body.length);
  response.write(halfOf(body), () => socket?.resetAndDestroy());
}

function redirect(response: ServerResponse, location: string, status = 302): void {
  response.writeHead(status, { Location: location });
  response.end(errorPage(status, STATUS_CODES[status] ?? 'Found'));
}

/** An answer that would be right if it ever ended, made piece by piece so that it costs no memory here. */
function* filler(bytes: number): Generator<string, void> {
  yield '{"result":"success","data":"';
  for (let left = bytes; left > 0; left -= chunkBytes) yield 'A'.repeat(Math.min(left, chunkBytes));
  yield '"}';
}
