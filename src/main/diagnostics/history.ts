import type { Health } from '../../shared/health.ts';
import type { Problem, ProblemKind } from '../../shared/problem.ts';
import type { Clock } from '../../watch/clock.ts';
import type { AppStore } from '../state/store.ts';

export interface HealthChange {
  /** On the wall clock. */
  readonly atMs: number;
  readonly kind: Health['kind'];
  readonly problem: ProblemKind | null;
}

export interface History {
  /** Oldest first. */
  readonly health: readonly HealthChange[];
  /** How often each went wrong in this run, whether or not it was a problem of the connection. */
  readonly problems: ReadonlyMap<ProblemKind, number>;
}

const mostChanges = 40;

/** Remembers for support how the connection fared in this run: kinds and times, nothing else. */
export function followHistory(store: AppStore, clock: Pick<Clock, 'wallMs'>) {
  let health: readonly HealthChange[] = [changeOf(store.getState().health)];
  const problems = new Map<ProblemKind, number>();

  function changeOf(now: Health): HealthChange {
    return { atMs: clock.wallMs(), kind: now.kind, problem: 'problem' in now ? now.problem.kind : null };
  }

  const stop = store.follow((state, before) => {
    if (state.health === before.health) return;
    const next = changeOf(state.health);
    const last = health.at(-1);
    if (next.kind === last?.kind && next.problem === last.problem) return;
    health = [...health, next].slice(-mostChanges);
  });

  return {
    stop,
    noteProblem: ({ kind }: Problem): void => {
      problems.set(kind, (problems.get(kind) ?? 0) + 1);
    },
    history: (): History => ({ health, problems }),
  };
}
