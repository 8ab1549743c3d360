import type { FloorTotals } from '../../shared/floor-totals.ts';
import type { Problem } from '../../shared/problem.ts';
import type { Result } from '../../shared/result.ts';
import type { Clock } from '../../watch/clock.ts';
import type { AppStore } from '../state/store.ts';

export interface FloorTotalsParts {
  readonly store: AppStore;
  readonly ask: (signal: AbortSignal) => Promise<Result<FloorTotals, Problem> | 'aborted'>;
  readonly isPopoverOpen: () => boolean;
  readonly clock: Clock;
}

const leastCycleMs = 15_000;

/** Asks for the counts of the whole floor while somebody looks at a watch that works, and only then. */
export function followFloorTotals({ store, ask, isPopoverOpen, clock }: FloorTotalsParts) {
  let timer: NodeJS.Timeout | undefined;
  let underWay: AbortController | null = null;
  let dueMs = Number.NEGATIVE_INFINITY;
  /** Accounts whose dialler has no such counts for them. */
  const refused = new Set<string>();

  function turn(): void {
    clearTimeout(timer);
    const { account, health } = store.getState();
    const isWanted = isPopoverOpen() && health.kind === 'ok';
    if (account === null || !isWanted || refused.has(account.id)) put(null);
    else if (underWay === null) {
      const waitMs = dueMs - clock.nowMs();
      if (waitMs > 0) timer = setTimeout(turn, waitMs);
      else void askOnce(account.id);
    }
  }

  async function askOnce(accountId: string): Promise<void> {
    const mine = new AbortController();
    underWay = mine;
    const answer = await ask(mine.signal);
    if (underWay !== mine) return;
    underWay = null;
    const cycleMs = Math.max(store.getState().effectiveIntervalMs, leastCycleMs);
    dueMs = clock.nowMs() + cycleMs;
    if (answer !== 'aborted' && !answer.ok) {
      if (isRefusal(answer.error)) refused.add(accountId);
      dueMs = Math.max(dueMs, clock.nowMs() + (answer.error.retryAfterMs ?? 0));
    }
    put(answer !== 'aborted' && answer.ok ? answer.value : null);
    turn();
  }

  function put(floorTotals: FloorTotals | null): void {
    if (store.getState().floorTotals !== floorTotals) store.setState({ floorTotals });
  }

  function startAnew(): void {
    underWay?.abort();
    underWay = null;
    dueMs = Number.NEGATIVE_INFINITY;
    put(null);
  }

  const unsubscribe = store.follow(({ account, health }, before) => {
    const isOther = account?.id !== before.account?.id;
    if (isOther) startAnew();
    // Whoever corrected a refused password may be allowed more by now.
    if (before.health.kind === 'stopped' && health.kind !== 'stopped') refused.delete(account?.id ?? '');
    if (isOther || health.kind !== before.health.kind) turn();
  });

  return {
    /** To be called when the popover opens. */
    look: turn,
    stop: () => {
      unsubscribe();
      clearTimeout(timer);
      underWay?.abort();
    },
  };
}

const refusals: ReadonlySet<Problem['kind']> = new Set([
  'wrong-credentials',
  'no-permission',
  'session-user-wanted',
  'not-this-api',
  'bad-request',
  'format-ignored',
  // The web interface answers for folders the API does not have (docs/api.md §3.3).
  'html-page',
]);

/** What asking again would not change. */
const isRefusal = ({ kind, detail }: Problem): boolean =>
  refusals.has(kind) || (kind === 'http-error' && /^(?:40[1345]|410|501)$/.test(detail ?? ''));
