import type { ProblemKind } from '../../shared/problem.ts';
import { isCurrent } from '../../watch/agents.ts';
import type { Translate } from '../app/words.ts';
import type { AppState } from '../state/store.ts';

export type WatchedState = Pick<AppState, 'account' | 'health' | 'isWatchPaused' | 'agents'>;

export type WhyNot =
  | { readonly kind: 'problem'; readonly problem: ProblemKind }
  | {
      readonly kind:
        | 'no-account'
        | 'no-agents'
        | 'paused'
        | 'idle'
        | 'connecting'
        | 'waiting'
        | 'no-known-agent'
        | 'stale';
    };

/** Why the icon must not claim to know how the agents are; null when it may. */
export function whyNotMonitoring({ account, health, isWatchPaused, agents }: WatchedState): WhyNot | null {
  if (account === null) return { kind: 'no-account' };
  // A refused account stays refused, paused or not.
  if (health.kind === 'stopped') return { kind: 'problem', problem: health.problem.kind };
  if (isWatchPaused || health.kind === 'paused') return { kind: 'paused' };
  if (health.kind === 'failing') return { kind: 'problem', problem: health.problem.kind };
  if (health.kind === 'idle') return { kind: 'idle' };
  if (agents.size === 0) return { kind: 'no-agents' };
  const watched = [...agents.values()];
  if (watched.some(isCurrent)) return null;
  if (health.kind === 'connecting') return { kind: 'connecting' };
  if (watched.some((agent) => agent.phase === 'known')) return { kind: 'stale' };
  return { kind: watched.some((agent) => agent.phase === 'waiting') ? 'waiting' : 'no-known-agent' };
}

/** In plain words, to stand after a colon. */
export const whyNotInWords = (why: WhyNot, t: Translate): string =>
  why.kind === 'problem' ? afterColon(t(`problem.${why.problem}.title`)) : t(`tray.why.${why.kind}`);

/** Titles begin with a capital and may end in a full stop; abbreviations keep their capitals. */
const afterColon = (title: string): string =>
  title.replace(/\.$/, '').replace(/^\p{Lu}(?=\p{Ll}|\s)/u, (first) => first.toLocaleLowerCase());
