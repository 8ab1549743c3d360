import { afterEach, expect } from 'vitest';
import { createFloor } from '../../src/simulator/floor.ts';
import { type Simulator, type SimulatorOptions, startSimulator } from '../../src/simulator/simulator.ts';

const apiUser = 'supervisor';
export const password = 'Secret1';
export const credentials = { goUser: apiUser, goPass: password };
const usersPath = '/goAPIv2/goUsers/goAPI.php';
export const dashboardPath = '/goAPIv2/goDashboard/goAPI.php';
/** Asks about the one agent every dialler of `start` has. */
export const live = { ...credentials, goAction: 'getLiveAgentInfo', responsetype: 'json', user: 'ana.ruiz' };
export const refused = '{"result":"error","message":"Invalid Username\\/Password"}';

const running: Simulator[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((simulator) => simulator.stop()));
});

/** A floor where nobody moves by themselves, with one agent on a call. */
export async function start(options: Partial<SimulatorOptions> = {}): Promise<Simulator> {
  const floor = createFloor({ seed: 1, agentCount: 0 });
  floor.set('ana.ruiz', {
    status: 'IN CALL',
    in_call_with: '15550100123',
    campaign_id: 'CAMP001',
    campaign_name: 'RETENCIÓN/MÓVIL',
    call_type: 'DIALER',
    caller_id: '15550190002',
    vendor_lead_code: 'abc123-xyz456',
    lead_id: 7890123,
  });
  const simulator = await startSimulator({ floor, apiUser, password, ...options });
  running.push(simulator);
  return simulator;
}

export interface Sent {
  readonly path?: string;
  readonly method?: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: Readonly<Record<string, string>> | string;
  readonly contentType?: string;
}

export function send(
  { port }: Simulator,
  { path = usersPath, query, body, ...sent }: Sent,
): Promise<Response> {
  const search = query === undefined ? '' : `?${new URLSearchParams(query)}`;
  return fetch(`http://127.0.0.1:${port}${path}${search}`, {
    method: sent.method ?? (body === undefined ? 'GET' : 'POST'),
    headers: { 'Content-Type': sent.contentType ?? 'application/x-www-form-urlencoded' },
    body: typeof body === 'object' ? new URLSearchParams(body).toString() : (body ?? null),
  });
}

export const bodyOf = async (simulator: Simulator, sent: Sent): Promise<string> =>
  (await send(simulator, sent)).text();

export async function inFlight(simulator: Simulator, count: number): Promise<void> {
  await expect.poll(() => simulator.requests.inFlight, { timeout: 10_000 }).toBe(count);
}
