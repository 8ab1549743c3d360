import { z } from 'zod';
import { createFloor } from '../../src/simulator/floor.ts';
import type { LiveInfo } from '../../src/simulator/live-info.ts';
import { startSimulator } from '../../src/simulator/simulator.ts';
import { apiUser, password } from './account.ts';

/** A dialler in a process of its own: `node dialler.ts AGENTS LATENCY_MS`. Says where it is, and ends with its parent. */
const [agents = '1000', latencyMs = '40'] = process.argv.slice(2);
const floor = createFloor({ seed: 1, agentCount: Number(agents) });
const dialler = await startSimulator({ floor, apiUser, password });
dialler.faults.inject({ kind: 'latency', ms: Number(latencyMs) });
const users = floor.people().map(({ user }) => user);

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
process.send?.({ url: dialler.url, users });

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
