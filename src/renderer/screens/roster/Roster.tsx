import { useTranslation } from 'react-i18next';
import { TopBar } from '../../parts/TopBar.tsx';
import { RosterPicker } from './RosterPicker.tsx';
import { RosterProblem } from './RosterProblem.tsx';
import { useRoster } from './use-roster.ts';

interface RosterProps {
  readonly onBack: () => void;
  /** Agents were added. */
  readonly onDone: () => void;
}

export function Roster({ onBack, onDone }: RosterProps) {
  const { t } = useTranslation();
  const { state, isLoading, load } = useRoster();
  const refresh = () => void load(true);
  return (
    <main className="flex h-full flex-col">
      <TopBar title={t('roster.title')} onBack={onBack} />
      {state.kind === 'loading' ? (
        <p role="status" className="px-4 py-10 text-center text-muted">
          {t('roster.loading')}
        </p>
      ) : state.kind === 'failed' || state.users.length === 0 ? (
        <RosterProblem
          error={state.kind === 'failed' ? state.error : null}
          isLoading={isLoading}
          onRetry={refresh}
          onDone={onDone}
        />
      ) : (
        <RosterPicker
          users={state.users}
          readAtMs={state.readAtMs}
          isLoading={isLoading}
          onRefresh={refresh}
          onDone={onDone}
        />
      )}
    </main>
  );
}
