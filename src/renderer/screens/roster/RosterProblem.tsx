import { useTranslation } from 'react-i18next';
import type { RequestError } from '../../../shared/bridge.ts';
import { AddAgents } from '../../parts/AddAgents.tsx';
import { Banner } from '../../parts/Banner.tsx';
import { Button } from '../../parts/Button.tsx';
import { useGo } from '../../place.ts';
import { explainRoster } from './explain-roster.ts';

interface RosterProblemProps {
  /** Null when there is a list, of nobody. */
  readonly error: RequestError | null;
  readonly isLoading: boolean;
  readonly onRetry: () => void;
}

/** Without a list, names are typed: right here, so that nobody has to look for where. */
export function RosterProblem({ error, isLoading, onRetry }: RosterProblemProps) {
  const { t } = useTranslation();
  const go = useGo();
  const { title, advice } = explainRoster(t, error);
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
      <AddAgents onDone={() => go('home')} />
    </div>
  );
}
