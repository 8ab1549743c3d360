import { familyOf } from '../../src/shared/family.ts';
import type { ShiftFloor } from './shift-floor.ts';
import type { ShiftPlan } from './shift-plan.ts';

/** A call as it really was, whoever looked. Times are the wall clock's. */
export interface TrueCall {
  readonly user: string;
  readonly leadId: string;
  readonly fromMs: number;
  /** Until when the customer was on the line: a dead call is over, though it stands there. */
  readonly talkedUntilMs: number;
  readonly untilMs: number;
}

/** Finer than the shortest state the floor knows, which is a second. */
const lookEveryMs = 200;

type Open = { -readonly [field in keyof TrueCall]: TrueCall[field] };

/** Every call of the floor, as the floor itself tells it: stretches in a call or dead, with one lead. */
export function trueCallsOf(floor: ShiftFloor, { startWallMs, lengthMs }: ShiftPlan): readonly TrueCall[] {
  const calls: TrueCall[] = [];
  for (const { user } of floor.people()) {
    let open: Open | null = null;
    for (let atMs = startWallMs; atMs <= startWallMs + lengthMs; atMs += lookEveryMs) {
      const info = floor.stateAt(user, atMs);
      const family = info === null ? 'offline' : familyOf(info.status);
      const isCall = family === 'in-call' || family === 'dead';
      const leadId = isCall && info !== null ? String(info.lead_id) : null;
      if (open !== null && leadId !== open.leadId) {
        calls.push(open);
        open = null;
      }
      if (leadId === null) continue;
      open ??= { user, leadId, fromMs: atMs, talkedUntilMs: atMs, untilMs: atMs };
      open.untilMs = atMs;
      if (family === 'in-call') open.talkedUntilMs = atMs;
    }
    if (open !== null) calls.push(open);
  }
  return calls;
}
