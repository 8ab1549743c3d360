import { accountId } from '../../shared/account.ts';
import type { Log } from '../log/log.ts';
import type { Watching } from './watching.ts';

export interface DemoParts {
  readonly watching: Pick<Watching, 'switchTo'>;
  readonly log: Log;
}

const apiUser = 'demo';
const agentCount = 12;
/** A floor that opens with somebody in every state worth seeing. */
const seed = 16;
/** Lively enough for a call to connect within a minute, slow enough to follow. */
const speed = 4;

/** The built-in dialler: the simulator on a loopback port of this very process, with no account saved. */
export function createDemo({ watching, log }: DemoParts) {
  let running: { readonly password: string; readonly stop: () => Promise<void> } | null = null;

  async function start(): Promise<void> {
    if (running !== null) return;
    // Loaded when wanted: who has a dialler never pays for the simulator.
    const { createFloor } = await import('../../simulator/floor.ts');
    const { startSimulator } = await import('../../simulator/simulator.ts');
    const password = crypto.randomUUID().slice(0, 18);
    const floor = createFloor({ seed, agentCount });
    const simulator = await startSimulator({ floor, apiUser, password, speed });
    running = { password, stop: simulator.stop };
    log.info('demo started', { agents: agentCount });
    const account = {
      id: accountId(apiUser, simulator.url),
      baseUrl: simulator.url,
      apiUser,
      method: 'post',
      format: 'json',
      agentUsers: floor.people().map(({ user }) => user),
      isDemo: true,
    } as const;
    watching.switchTo(account, { kind: 'demo' });
  }

  /** Ends the dialler itself; whoever calls has put another account in its place. */
  async function stop(): Promise<void> {
    const was = running;
    running = null;
    await was?.stop();
  }

  return { start, stop, password: () => running?.password ?? null };
}

export type Demo = ReturnType<typeof createDemo>;
