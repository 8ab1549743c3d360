import { Group } from 'react-aria-components/Group';
import { useTranslation } from 'react-i18next';
import type { AgentView } from '../../../shared/app-view.ts';
import type { CopyField } from '../../../shared/bridge.ts';
import { usePage, useView } from '../../context.ts';
import { Button } from '../../parts/Button.tsx';
import { hasCustomer } from './call-facts.ts';

interface CallActionsProps {
  readonly agent: AgentView;
  /** Offered while there is no CRM link yet; left out where it would be in the way. */
  readonly onSetUpCrm?: () => void;
}

/** What can be done with the customer of a call; nothing when there is none, or none may be seen. */
export function CallActions({ agent, onSetUpCrm }: CallActionsProps) {
  const { t } = useTranslation();
  const { api, toasts, tell } = usePage();
  const hasCrm = useView((view) => view.preferences.crmTemplate !== '');
  const isPresenting = useView((view) => view.preferences.isPresenting);
  if (isPresenting || !hasCustomer(agent)) return null;
  const agentUser = agent.user;

  async function copy(field: CopyField, what: string): Promise<void> {
    const isCopied = await tell(api.copyFromAgent({ agentUser, field }));
    if (isCopied) toasts.show({ text: t('agents.copied', { what }) });
  }

  return (
    <Group aria-label={t('agents.call.actions')} className="flex flex-wrap gap-1.5">
      {agent.leadId === '' ? null : (
        <Button isSmall onPress={() => void copy('leadId', t('agents.field.leadId'))}>
          {t('agents.call.copyLeadId')}
        </Button>
      )}
      {agent.maskedInCallWith === '' ? null : (
        <Button isSmall onPress={() => void copy('inCallWith', t('agents.call.number'))}>
          {t('agents.call.copyNumber')}
        </Button>
      )}
      {hasCrm ? (
        <Button isSmall onPress={() => void tell(api.openCrm({ agentUser }))}>
          {t('agents.call.openCrm')}
        </Button>
      ) : null}
      {hasCrm || onSetUpCrm === undefined ? null : (
        <Button look="quiet" isSmall onPress={onSetUpCrm}>
          {t('agents.call.setUpCrm')}
        </Button>
      )}
    </Group>
  );
}
