/** One way for an answer to go wrong. */
type Fault =
  | { readonly kind: 'latency'; readonly ms: number }
  | { readonly kind: 'hang' }
  | { readonly kind: 'reset'; readonly when: 'before-headers' | 'mid-body' }
  | { readonly kind: 'status'; readonly status: number; readonly retryAfter?: string }
  /** Beside the right answer; in Latin-1, as HTTP has it. */
  | { readonly kind: 'header'; readonly name: string; readonly value: string }
  | { readonly kind: 'html' }
  | { readonly kind: 'huge'; readonly bytes: number }
  | { readonly kind: 'redirect'; readonly location: string; readonly status?: 301 | 302 | 303 | 307 | 308 }
  | { readonly kind: 'redirect-loop' }
  | { readonly kind: 'empty' }
  | { readonly kind: 'truncated' }
  | { readonly kind: 'gzip' }
  | { readonly kind: 'body'; readonly body: string };

interface FaultScope {
  /** Only requests about this agent; all requests without it. */
  readonly agentUser?: string;
  /** How many requests it befalls; until cleared without it. */
  readonly times?: number;
}

export interface FaultPlan {
  readonly latencyMs: number;
  readonly fault: Exclude<Fault, { kind: 'latency' }> | null;
}

export interface Faults {
  /** Returns the way to clear just this one. */
  readonly inject: (fault: Fault, scope?: FaultScope) => () => void;
  readonly clear: () => void;
  /** What befalls one request. Latencies add up; of the others the latest injected counts. */
  readonly take: (agentUser: string) => FaultPlan;
}

export function createFaults(): Faults {
  const rules = new Set<{ fault: Fault; agentUser: string | undefined; left: number }>();
  return {
    inject: (fault, { agentUser, times = Number.POSITIVE_INFINITY } = {}) => {
      const rule = { fault, agentUser, left: times };
      rules.add(rule);
      return () => {
        rules.delete(rule);
      };
    },
    clear: () => rules.clear(),
    take: (agentUser) => {
      let latencyMs = 0;
      let chosen: FaultPlan['fault'] = null;
      for (const rule of [...rules].reverse()) {
        if (rule.agentUser !== undefined && rule.agentUser !== agentUser) continue;
        if (rule.fault.kind === 'latency') latencyMs += rule.fault.ms;
        else if (chosen === null) chosen = rule.fault;
        else continue;
        rule.left -= 1;
        if (rule.left <= 0) rules.delete(rule);
      }
      return { latencyMs, fault: chosen };
    },
  };
}
