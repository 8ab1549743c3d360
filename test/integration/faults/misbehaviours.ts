import type { Http } from '../../../src/watch/http.ts';
import type { Exchange, Misbehaviour } from './fault-server.ts';
import type { Cure, FaultRow } from './row.ts';
import { ben, type Stage } from './stage.ts';

/** Every answer goes wrong in this way. */
export const everyAnswer =
  (how: Misbehaviour): FaultRow['begin'] =>
  ({ server }) =>
    server.misbehave(how);

/** Only what is said of Ben goes wrong. */
export const bensAnswer =
  (how: Misbehaviour): FaultRow['begin'] =>
  ({ server }) =>
    server.misbehave(how, ben);

/** One of the simulator's own faults. */
export const simulated =
  (fault: Parameters<Exchange['deliver']>[0]): Misbehaviour =>
  ({ deliver, hold }) => {
    if (fault?.kind === 'hang') hold();
    deliver(fault);
  };

/** Bytes on the wire as they are; whatever then becomes of the connection. */
export const raw =
  (bytesOf: (body: Buffer) => string | Buffer, then: 'reset' | 'end' | 'hold'): Misbehaviour =>
  async ({ body, socket, hold }) => {
    await new Promise((resolve) => socket.write(bytesOf(body), resolve));
    if (then === 'reset') socket.resetAndDestroy();
    else if (then === 'end') socket.end();
    else hold();
  };

/** Requests go another way. */
export const rerouted =
  (by: Parameters<Stage['reroute']>[0]): FaultRow['begin'] =>
  (stage): Cure => {
    stage.reroute(by);
    return () => stage.reroute();
  };

/** Another body, made of the right one or not, with HTTP 200 unless said otherwise. */
export const body =
  (bodyOf: (right: Buffer) => string | Buffer, status = 200): Misbehaviour =>
  ({ response, body: right }) => {
    response.statusCode = status;
    response.setHeader('Content-Type', 'text/html; charset=UTF-8');
    response.end(bodyOf(right));
  };

/** The right answer with other fields. */
export const edited = (edit: (data: Record<string, unknown>) => unknown): Misbehaviour =>
  body((right) => {
    const answer: { data: Record<string, unknown> } = JSON.parse(String(right));
    return JSON.stringify({ ...answer, data: edit(answer.data) });
  });

/** As Electron's `net` fails. */
export const broken =
  (code: string): Http =>
  async () => {
    throw new Error(`net::${code}`);
  };
