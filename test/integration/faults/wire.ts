import { expect } from 'vitest';
import type { Misbehaviour } from './fault-server.ts';
import { everyAnswer } from './misbehaviours.ts';
import type { FaultRow } from './row.ts';
import type { Stage } from './stage.ts';

export const head = (more: string): string => `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n${more}\r\n`;
export const megabytes = 1024 * 1024;

/** Waits with every answer. */
export const late =
  (ms: number): Misbehaviour =>
  async ({ deliver, wait }) => {
    await wait(ms);
    deliver(null);
  };

export const drip: Misbehaviour = async ({ response, body, wait }) => {
  response.setHeader('Content-Length', body.length);
  response.flushHeaders();
  for (const byte of body) {
    await wait(1_000);
    response.write(Uint8Array.of(byte));
  }
  response.end();
};

export const encoded =
  (encoding: string, encode: (body: Buffer) => Buffer): Misbehaviour =>
  ({ response, body }) => {
    response.setHeader('Content-Encoding', encoding);
    response.end(encode(body));
  };

export const tellsToWait =
  (status: number, retryAfter: (nowWallMs: number) => string): FaultRow['begin'] =>
  ({ server, time }) =>
    server.misbehave(({ deliver }) =>
      deliver({ kind: 'status', status, retryAfter: retryAfter(time.clock.wallMs()) }),
    );

/** Whoever names a time to come back is taken at their word: one request, and the next no sooner. */
export const askedOnceIn =
  (lastsMs: number) =>
  (stage: Stage): void => {
    const beganMs = stage.time.clock.nowMs() - lastsMs;
    expect(stage.server.requests.filter(({ atMs }) => atMs >= beganMs)).toHaveLength(1);
  };

/** What went out before the app hung up: the wire holds some, the app takes no more than it allows. */
export function huge(most: number): Pick<FaultRow, 'begin' | 'meanwhile'> {
  const sent: number[] = [];
  return {
    begin: everyAnswer(({ deliver, socket }) => {
      const before = socket.bytesWritten;
      socket.once('close', () => sent.push(socket.bytesWritten - before));
      deliver({ kind: 'huge', bytes: 20 * megabytes });
    }),
    meanwhile: () => {
      expect(sent.length).toBeGreaterThan(0);
      for (const bytes of sent) expect(bytes).toBeLessThan(most);
    },
  };
}
