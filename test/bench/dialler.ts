import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { createServer } from 'node:tls';
import { z } from 'zod';
import { createFloor } from '../../src/simulator/floor.ts';
import type { LiveInfo } from '../../src/simulator/live-info.ts';
import { startSimulator } from '../../src/simulator/simulator.ts';
import { apiUser, password } from './account.ts';

/**
 * A dialler in a process of its own: `node dialler.ts AGENTS LATENCY_MS [tls]`. Says where it is, and ends with its
 * parent.
 */
const [agents = '1000', latencyMs = '40', tls] = process.argv.slice(2);
const floor = createFloor({ seed: 1, agentCount: Number(agents) });
const dialler = await startSimulator({ floor, apiUser, password });
dialler.faults.inject({ kind: 'latency', ms: Number(latencyMs) });
const users = floor.people().map(({ user }) => user);

const read = (name: string) => readFile(join(import.meta.dirname, '../fixtures/tls', name));

const wish = z.union([
  z.literal('counts'),
  z.object({ everybody: z.literal('READY') }),
  z.object({ connect: z.string() }),
]);

process.on('message', (message) => {
  const wanted = wish.parse(message);
  if (wanted === 'counts') {
    const { maxInFlight, perAgentInFlightMax, log } = dialler.requests;
    process.send?.({ maxInFlight, perAgentInFlightMax, atMs: log.map(({ atMs }) => atMs) });
  } else if ('connect' in wanted) floor.set(wanted.connect, aCall);
  else for (const user of users) floor.set(user, { status: wanted.everybody });
});
process.on('disconnect', () => process.exit(0));
process.send?.({ url: tls === undefined ? dialler.url : await wrapInTls(), users });

/** In front of it, as a web server is in front of PHP. */
async function wrapInTls(): Promise<string> {
  const [cert, key] = await Promise.all([read('good.pem'), read('key.pem')]);
  const server = createServer({ cert, key }, (socket) => {
    const inner = connect(dialler.port, '127.0.0.1');
    socket.pipe(inner).pipe(socket);
    for (const end of [socket, inner]) end.on('error', () => [socket, inner].map((each) => each.destroy()));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  return dialler.url.replace(`http://127.0.0.1:${dialler.port}`, `https://127.0.0.1:${port}`);
}

const aCall: Partial<LiveInfo> & Pick<LiveInfo, 'status'> = {
  status: 'IN CALL',
  in_call_with: '15550104477',
  campaign_id: 'SPRING26',
  campaign_name: 'Spring renewals',
  call_type: 'OUTBOUND',
  caller_id: 'V1251014160000012345',
  vendor_lead_code: 'CRM-2026-0044771',
  lead_id: 1_204_477,
};
