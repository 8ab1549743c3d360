import { createFloor, type Floor } from '../../src/simulator/floor.ts';
import { liveInfo } from '../../src/simulator/live-info.ts';
import type { ShiftPlan } from './shift-plan.ts';

export type ShiftFloor = Pick<Floor, 'people' | 'stateAt'>;

const roundMs = 20_000;
const waitsMs = 8_000;

/** The simulator's own floor, but for one agent on a bad list: calls of twelve seconds, one after the other. */
export function floorOf({ seed, agentCount, startWallMs, badList }: ShiftPlan): ShiftFloor {
  const floor = createFloor({ seed, agentCount, startWallMs });
  const unlucky = floor.people().at(-1)?.user;
  return {
    people: floor.people,
    stateAt: (user, nowMs) => {
      const sinceMs = nowMs - startWallMs - badList.fromMs;
      if (user !== unlucky || sinceMs < 0 || sinceMs >= badList.lengthMs) return floor.stateAt(user, nowMs);
      const isWaiting = sinceMs % roundMs < waitsMs;
      const round = Math.floor(sinceMs / roundMs);
      return isWaiting
        ? liveInfo({ status: 'READY' })
        : liveInfo({ status: 'IN CALL', lead_id: 1 + round, in_call_with: '15550100000' });
    },
  };
}
