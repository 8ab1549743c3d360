import { useTranslation } from 'react-i18next';
import { useShallow } from 'zustand/react/shallow';
import { usePage, useView } from '../../context.ts';
import { Button } from '../../parts/Button.tsx';

export function MutedAgents() {
  const { t } = useTranslation();
  const { api, tell } = usePage();
  const muted = useView(
    useShallow(({ agents }) => agents.filter(({ isMuted }) => isMuted).map(({ user }) => user)),
  );
  if (muted.length === 0) return null;
  return (
    <div className="flex flex-col gap-1 border-t border-line pt-2">
      <h3 id="muted-agents">{t('settings.mutedAgents')}</h3>
      <ul aria-labelledby="muted-agents">
        {muted.map((user) => (
          <li key={user} className="flex items-center justify-between gap-2">
            <span className="min-w-0 font-medium wrap-anywhere">{user}</span>
            <Button
              look="quiet"
              className="-mr-3"
              aria-label={t('settings.unmuteAgent', { agent: user })}
              onPress={() => void tell(api.muteAgent({ agentUser: user, isMuted: false }))}
            >
              {t('settings.unmute')}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
