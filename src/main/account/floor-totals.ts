import type { FloorTotals } from '../../shared/floor-totals.ts';
import type { Problem } from '../../shared/problem.ts';
import type { Result } from '../../shared/result.ts';
import { isCurrent } from '../../watch/agents.ts';
import type { Clock } from '../../watch/clock.ts';
import type { AppStore } from '../state/store.ts';

export interface FloorTotalsParts {
  readonly store: AppStore;
  readonly ask: (signal: AbortSignal) => Promise<Result<FloorTotals, Problem> | 'aborted'>;
  readonly isPopoverOpen: () => boolean;
  readonly clock: Clock;
}

const leastCycleMs = 15_000;
/** So many refusals in a row, while agents are answered, and the dialler is left alone with it for a while. */
const enoughRefusals = 2;
const firstRestMs = 5 * 60_000;
const longestRestMs = 60 * 60_000;

/** Asks for the counts of the whole floor while somebody looks at a watch that works, and only then. */
export function followFloorTotals({ store, ask, isPopoverOpen, clock }: FloorTotalsParts) {
  let timer: NodeJS.Timeout | undefined;
  let underWay: AbortController | null = null;
  let dueMs = Number.NEGATIVE_INFINITY;
  let refusals = 0;

  function turn(): void {
    clearTimeout(timer);
    const { account, health } = store.getState();
    const isWanted = isPopoverOpen() && health.kind === 'ok';
    if (account === null || !isWanted) put(null);
    else if (underWay === null) {
      const waitMs = dueMs - clock.nowMs();
      if (waitMs > 0) timer = setTimeout(turn, waitMs);
      else void askOnce();
    }
  }

  async function askOnce(): Promise<void> {
    const mine = new AbortController();
    underWay = mine;
    const answer = await ask(mine.signal);
    if (underWay !== mine) return;
    underWay = null;
    const cycleMs = Math.max(store.getState().effectiveIntervalMs, leastCycleMs);
    dueMs = clock.nowMs() + cycleMs;
    if (answer !== 'aborted') {
      const problem = answer.ok ? null : answer.error;
      refusals = problem !== null && isRefusal(problem) && isAnybodyAnswered() ? refusals + 1 : 0;
      dueMs = Math.max(dueMs, clock.nowMs() + Math.max(restMs(), problem?.retryAfterMs ?? 0));
    }
    put(answer !== 'aborted' && answer.ok ? answer.value : null);
    turn();
  }

  /** What is refused to us alone is refused; what is refused to everybody is an outage. */
  const isAnybodyAnswered = (): boolean => [...store.getState().agents.values()].some(isCurrent);

  const restMs = (): number =>
    refusals < enoughRefusals
      ? 0
      : Math.min(longestRestMs, firstRestMs * 2 ** Math.min(refusals - enoughRefusals, 8));

  function put(floorTotals: FloorTotals | null): void {
    if (store.getState().floorTotals !== floorTotals) store.setState({ floorTotals });
  }

  function startAnew(): void {
    underWay?.abort();
    underWay = null;
    dueMs = Number.NEGATIVE_INFINITY;
    refusals = 0;
    put(null);
  }

  const unsubscribe = store.follow(({ account, health }, before) => {
    const isOther = account?.id !== before.account?.id;
    if (isOther) startAnew();
    // Whatever ended an outage, or corrected a password, may have brought the counts back, too.
    else if (health.kind === 'ok' && before.health.kind !== 'ok' && refusals > 0) startAnew();
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

const refusingKinds: ReadonlySet<Problem['kind']> = new Set([
  'wrong-credentials',
  'no-permission',
  'session-user-wanted',
  'not-this-api',
  'bad-request',
  'format-ignored',
  // The web interface answers for folders the API does not have (docs/api.md §3.3).
  'html-page',
  'not-found',
  'forbidden',
]);

/** What asking again soon would hardly change. */
const isRefusal = ({ kind, detail }: Problem): boolean =>
  refusingKinds.has(kind) || (kind === 'http-error' && detail === '501');
