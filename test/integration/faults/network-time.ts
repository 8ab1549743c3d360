import { AsyncLocalStorage } from 'node:async_hooks';
import type { DiallerClient } from '../../../src/watch/dialler/client.ts';
import { createVirtualTime, oneTurn } from '../../replay/virtual-time.ts';

const longestWaitMs = 20_000;

/**
 * Virtual time over real sockets: it stands still while an answer is on its way, and goes on as soon as
 * every request under way has either been answered or been left hanging on purpose.
 */
export function createNetworkTime(startWallMs: number) {
  const underWay = new Set<string>();
  const current = new AsyncLocalStorage<string>();
  let lastId = 0;
  let isHeld: (id: string) => boolean = () => false;

  async function follow<T>(ask: () => Promise<T>): Promise<T> {
    lastId += 1;
    const id = String(lastId);
    underWay.add(id);
    try {
      return await current.run(id, ask);
    } finally {
      underWay.delete(id);
    }
  }

  async function settle(): Promise<void> {
    const deadlineMs = performance.now() + longestWaitMs;
    for (let calmTurns = 0; calmTurns < 2; ) {
      await oneTurn();
      // Before it uses a connection again, `fetch` waits for a timer of no time.
      time.runDue();
      calmTurns = [...underWay].every((id) => isHeld(id)) ? calmTurns + 1 : 0;
      if (performance.now() > deadlineMs) throw new Error('A request is neither answered nor held back.');
    }
  }

  const time = createVirtualTime(startWallMs, settle);

  return {
    ...time,
    settle,
    /** To be called once it is known who holds requests back. */
    heldBy: (look: (id: string) => boolean): void => {
      isHeld = look;
    },
    requestId: (): string => current.getStore() ?? '',
    underWay: (): number => underWay.size,
    followClient: (client: DiallerClient): DiallerClient => ({
      getLiveAgentInfo: (request) => follow(() => client.getLiveAgentInfo(request)),
      getRoster: (access) => follow(() => client.getRoster(access)),
      getFloorTotals: (access) => follow(() => client.getFloorTotals(access)),
    }),
  };
}
