import type { TFunction } from 'i18next';
import type { RequestError } from '../../../shared/bridge.ts';
import type { ProblemKind } from '../../../shared/problem.ts';
import { type Explanation, explainError } from '../../parts/explain.ts';

const refusals: ReadonlySet<ProblemKind> = new Set([
  'no-permission',
  'not-this-api',
  'bad-request',
  'session-user-wanted',
  'html-page',
  'not-found',
]);
const unreadables: ReadonlySet<ProblemKind> = new Set([
  'unreadable',
  'too-large',
  'format-ignored',
  'empty-answer',
]);

/** What a problem means for the list, which watching may well do without; null when it is a list of nobody. */
export function explainRoster(t: TFunction, error: RequestError | null): Explanation {
  if (error === null) return wordsOf(t, 'empty');
  const kind = error.kind === 'dialler' ? error.problem.kind : null;
  if (kind !== null && refusals.has(kind)) return wordsOf(t, 'refused');
  if (kind !== null && unreadables.has(kind)) return wordsOf(t, 'unreadable');
  return { title: explainError(t, error).title, advice: t('roster.failed') };
}

const wordsOf = (t: TFunction, name: 'empty' | 'refused' | 'unreadable'): Explanation => ({
  title: t(`roster.${name}.title`),
  advice: t(`roster.${name}.advice`),
});
