import { useTranslation } from 'react-i18next';
import { usePage } from '../../context.ts';

/** Takes an agent off the list at once, with a way back. */
export function useRemoveAgent(): (agentUser: string) => Promise<void> {
  const { t } = useTranslation();
  const { api, tell, toasts } = usePage();
  return async (agentUser) => {
    if (!(await tell(api.removeAgent({ agentUser })))) return;
    toasts.show({
      text: t('agents.removed', { agent: agentUser }),
      undo: () => void tell(api.addAgents({ agentUsers: [agentUser] })),
    });
  };
}
