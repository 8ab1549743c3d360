import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { RequestError } from '../../../shared/bridge.ts';
import type { ProblemKind } from '../../../shared/problem.ts';
import type { Explanation } from '../../explain-problem.ts';
import { Banner } from '../../parts/Banner.tsx';
import { Button } from '../../parts/Button.tsx';
import { explainError } from '../../requests.ts';
import { AddAgents } from '../agents/AddAgents.tsx';

interface RosterProblemProps {
  /** Null when there is a list, of nobody. */
  readonly error: RequestError | null;
  readonly isLoading: boolean;
  readonly onRetry: () => void;
  readonly onDone: () => void;
}

/** Without a list, names are typed: right here, so that nobody has to look for where. */
export function RosterProblem({ error, isLoading, onRetry, onDone }: RosterProblemProps) {
  const { t } = useTranslation();
  const { title, advice } = error === null ? wordsOf(t, 'empty') : explainRoster(t, error);
  return (
    <div className="flex min-h-0 grow flex-col gap-3 overflow-y-auto px-4 py-3">
      <Banner tone="warning" title={title}>
        <p>{advice}</p>
        <div className="mt-1.5 flex justify-end">
          <Button isSmall isPending={isLoading} onPress={onRetry}>
            {t('popover.tryAgain')}
          </Button>
        </div>
      </Banner>
      <AddAgents onDone={onDone} />
    </div>
  );
}

const refusals: ReadonlySet<ProblemKind> = new Set([
  'no-permission',
  'not-this-api',
  'bad-request',
  'session-user-wanted',
  'html-page',
]);
const unreadables: ReadonlySet<ProblemKind> = new Set([
  'unreadable',
  'too-large',
  'format-ignored',
  'empty-answer',
]);

/** What a problem means for the list, which watching may well do without. */
function explainRoster(t: TFunction, error: RequestError): Explanation {
  const kind = error.kind === 'dialler' ? error.problem.kind : null;
  if (kind !== null && refusals.has(kind)) return wordsOf(t, 'refused');
  if (kind !== null && unreadables.has(kind)) return wordsOf(t, 'unreadable');
  if (error.kind === 'dialler' && kind === 'http-error' && error.problem.detail === '404') {
    return wordsOf(t, 'refused');
  }
  return { title: explainError(t, error).title, advice: t('roster.failed') };
}

const wordsOf = (t: TFunction, name: 'empty' | 'refused' | 'unreadable'): Explanation => ({
  title: t(`roster.${name}.title`),
  advice: t(`roster.${name}.advice`),
});
