import type { FloorTotals } from '../../shared/floor-totals.ts';
import { plainText } from '../../shared/plain-text.ts';
import { fieldOf, rowOf } from './fields.ts';

/** The counts of a `getAgentStatus`, as numbers or as texts (docs/api.md §2.1); null when it holds none of them. */
export function totalsOf(data: unknown): FloorTotals | null {
  const row = rowOf(data);
  if (row === null) return null;
  const count = (name: string): number | null => {
    const text = plainText(fieldOf(row, name), 10);
    return /^\d{1,7}$/.test(text) ? Number(text) : null;
  };
  const totals: FloorTotals = {
    live: count('total_live_agents'),
    paused: count('paused_agents'),
    ready: count('ready_agents'),
    inCall: count('incall_agents'),
  };
  return Object.values(totals).every((one) => one === null) ? null : totals;
}
