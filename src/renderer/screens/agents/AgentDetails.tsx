import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgentView } from '../../../shared/app-view.ts';
import { usePage } from '../../context.ts';
import { Button } from '../../parts/Button.tsx';
import { Icon } from '../../parts/Icon.tsx';
import { IconButton } from '../../parts/IconButton.tsx';
import { explainError, settle, useTell } from '../../requests.ts';

interface AgentDetailsProps {
  readonly agent: AgentView;
  readonly onRemove: (user: string) => void;
}

interface Revealed {
  /** What was on the row when asked: another call hides its number again. */
  readonly call: string;
  readonly inCallWith: string;
  readonly callerId: string;
}

const callOf = (agent: AgentView): string =>
  JSON.stringify([agent.leadId, agent.maskedInCallWith, agent.maskedCallerId]);

/** Every field the vendor documents. */
export function AgentDetails({ agent, onRemove }: AgentDetailsProps) {
  const { t } = useTranslation();
  const { api, toasts } = usePage();
  const tell = useTell();
  const [revealed, setRevealed] = useState<Revealed | null>(null);
  const numbers = revealed?.call === callOf(agent) ? revealed : null;
  const hasNumber = agent.maskedInCallWith !== '' || agent.maskedCallerId !== '';

  async function reveal(): Promise<void> {
    const call = callOf(agent);
    const reply = await settle(api.revealAgent({ agentUser: agent.user }));
    if (reply.ok) setRevealed({ ...reply.value, call });
    else toasts.show({ text: explainError(t, reply.error).title });
  }

  async function copy(field: 'leadId' | 'vendorLeadCode'): Promise<void> {
    const isCopied = await tell(api.copyFromAgent({ agentUser: agent.user, field }));
    if (isCopied) toasts.show({ text: t('agents.copied', { what: t(`agents.field.${field}`) }) });
  }

  const copyButton = (field: 'leadId' | 'vendorLeadCode'): ReactNode =>
    agent[field] === '' ? null : (
      <IconButton
        icon="copy"
        label={t('agents.copy', { what: t(`agents.field.${field}`) })}
        onPress={() => void copy(field)}
        className="-my-1.5 ml-0.5"
      />
    );

  return (
    <div className="flex flex-col gap-2.5 pt-1 pr-4 pb-3 pl-[3.375rem]">
      <dl className="grid grid-cols-2 gap-x-4 gap-y-1.5">
        <Fact name={t('agents.field.inCallWith')} value={numbers?.inCallWith ?? agent.maskedInCallWith} />
        <Fact name={t('agents.field.callerId')} value={numbers?.callerId ?? agent.maskedCallerId} />
        <Fact name={t('agents.field.campaignName')} value={agent.campaignName} />
        <Fact name={t('agents.field.campaignId')} value={agent.campaignId} />
        <Fact name={t('agents.field.leadId')} value={agent.leadId} action={copyButton('leadId')} />
        <Fact
          name={t('agents.field.vendorLeadCode')}
          value={agent.vendorLeadCode}
          action={copyButton('vendorLeadCode')}
        />
        <Fact name={t('agents.field.callType')} value={agent.callType} />
        <Fact name={t('agents.field.confExten')} value={agent.confExten} />
        <Fact name={t('agents.field.serverIp')} value={agent.serverIp} />
        <Fact name={t('agents.field.colour')} value={agent.colour} />
        <Fact name={t('agents.field.status')} value={agent.status} isWide />
      </dl>
      <div className="-mx-2 flex flex-wrap gap-1">
        {hasNumber ? (
          <Button
            look="quiet"
            className="min-h-7 px-2 py-0"
            onPress={() => (numbers === null ? void reveal() : setRevealed(null))}
          >
            <Icon name={numbers === null ? 'eye' : 'eyeOff'} />
            {t(numbers === null ? 'agents.showNumbers' : 'agents.hideNumbers')}
          </Button>
        ) : null}
        <Button look="danger" className="min-h-7 px-2 py-0" onPress={() => onRemove(agent.user)}>
          <Icon name="trash" />
          {t('agents.remove')}
        </Button>
      </div>
    </div>
  );
}

interface FactProps {
  readonly name: string;
  readonly value: string;
  readonly action?: ReactNode;
  readonly isWide?: boolean;
}

function Fact({ name, value, action, isWide = false }: FactProps) {
  return (
    <div className={`min-w-0 ${isWide ? 'col-span-2' : ''}`}>
      <dt className="text-xs text-muted">{name}</dt>
      <dd className="flex items-center wrap-anywhere select-text">
        <span className={value === '' ? 'text-muted' : 'tabular-nums'}>{value || '–'}</span>
        {action}
      </dd>
    </div>
  );
}
