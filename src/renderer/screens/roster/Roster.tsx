import { useTranslation } from 'react-i18next';
import { TopBar } from '../../parts/TopBar.tsx';
import { RosterPicker } from './RosterPicker.tsx';
import { RosterProblem } from './RosterProblem.tsx';
import { useRoster } from './use-roster.ts';

export function Roster() {
  const { t } = useTranslation();
  const { state, isLoading, load } = useRoster();
  const refresh = () => void load(true);
  return (
    <main className="flex h-full flex-col overflow-y-auto">
      <TopBar title={t('roster.title')} />
      {state.kind === 'loading' ? (
        <p role="status" className="px-4 py-10 text-center text-muted">
          {t('roster.loading')}
        </p>
      ) : state.kind === 'failed' || state.users.length === 0 ? (
        <RosterProblem
          error={state.kind === 'failed' ? state.error : null}
          isLoading={isLoading}
          onRetry={refresh}
        />
      ) : (
        <RosterPicker
          users={state.users}
          readAtMs={state.readAtMs}
          isLoading={isLoading}
          onRefresh={refresh}
        />
      )}
    </main>
  );
}
