import { type Asked, agentUserOf } from './asked.ts';
import { actionNameOf } from './front-controller.ts';

interface LoggedRequest {
  /** On the clock of `performance.now()`. */
  readonly atMs: number;
  /** The agent asked about, as spelt in the request; empty when none was. */
  readonly user: string;
  readonly method: string;
  readonly action: string;
  /** The names of the parameters that came in the URL; never their values. */
  readonly queryNames: readonly string[];
}

export interface RequestCounts {
  readonly count: number;
  readonly inFlight: number;
  readonly maxInFlight: number;
  /** The most requests about any one agent that were ever under way at once. */
  readonly perAgentInFlightMax: number;
  readonly lastAtMs: number | null;
  readonly byAgent: ReadonlyMap<string, number>;
  /** The latest requests, oldest first. */
  readonly log: readonly LoggedRequest[];
  /** Forgets everything but what is under way. */
  readonly reset: () => void;
}

const maxLogged = 10_000;

export function createRequestLog() {
  const byAgent = new Map<string, number>();
  const underWay = new Map<string, number>();
  const log: LoggedRequest[] = [];
  const totals = { count: 0, inFlight: 0, maxInFlight: 0, perAgentInFlightMax: 0 };

  /** Returns what to call when the answer is out or the client is gone. */
  function begin(asked: Asked, atMs: number): () => void {
    const user = agentUserOf(asked);
    const { method, query } = asked;
    log.push({ atMs, user, method, action: actionNameOf(asked), queryNames: [...query.keys()] });
    if (log.length >= 2 * maxLogged) log.splice(0, maxLogged);
    totals.count += 1;
    totals.inFlight += 1;
    totals.maxInFlight = Math.max(totals.maxInFlight, totals.inFlight);
    byAgent.set(user, (byAgent.get(user) ?? 0) + 1);
    const together = (underWay.get(user) ?? 0) + 1;
    underWay.set(user, together);
    if (user !== '') totals.perAgentInFlightMax = Math.max(totals.perAgentInFlightMax, together);
    return () => {
      totals.inFlight -= 1;
      underWay.set(user, (underWay.get(user) ?? 1) - 1);
    };
  }

  function reset(): void {
    byAgent.clear();
    log.length = 0;
    Object.assign(totals, { count: 0, maxInFlight: totals.inFlight, perAgentInFlightMax: 0 });
  }

  const counts: RequestCounts = {
    get count() {
      return totals.count;
    },
    get inFlight() {
      return totals.inFlight;
    },
    get maxInFlight() {
      return totals.maxInFlight;
    },
    get perAgentInFlightMax() {
      return totals.perAgentInFlightMax;
    },
    get lastAtMs() {
      return log.at(-1)?.atMs ?? null;
    },
    byAgent,
    log,
    reset,
  };
  return { begin, counts };
}
