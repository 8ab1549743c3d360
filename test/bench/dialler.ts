import { createFloor } from '../../src/simulator/floor.ts';
import { startSimulator } from '../../src/simulator/simulator.ts';
import { apiUser, password } from './account.ts';

/** A dialler in a process of its own: `node dialler.ts AGENTS LATENCY_MS`. Says where it is, and ends with its parent. */
const [agents = '1000', latencyMs = '40'] = process.argv.slice(2);
const floor = createFloor({ seed: 1, agentCount: Number(agents) });
const dialler = await startSimulator({ floor, apiUser, password });
dialler.faults.inject({ kind: 'latency', ms: Number(latencyMs) });

process.on('message', (wanted) => {
  if (wanted === 'reset') dialler.requests.reset();
  if (wanted === 'counts') {
    const { maxInFlight, perAgentInFlightMax, log } = dialler.requests;
    process.send?.({ maxInFlight, perAgentInFlightMax, atMs: log.map(({ atMs }) => atMs) });
  }
});
process.on('disconnect', () => process.exit(0));
process.send?.({ url: dialler.url, users: floor.people().map(({ user }) => user) });
