import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgentView } from '../../../shared/app-view.ts';
import { usePage, useView } from '../../context.ts';
import { IconButton } from '../../parts/IconButton.tsx';
import { settle } from '../../requests.ts';
import { AgentChores } from './AgentChores.tsx';
import { CallActions } from './CallActions.tsx';
import { TellMe } from './TellMe.tsx';

interface AgentDetailsProps {
  readonly agent: AgentView;
  /** A card above the list offers what can be done about the call. */
  readonly hasCard: boolean;
}

interface Revealed {
  /** What was on the row when asked: another call hides its number again. */
  readonly call: string;
  readonly inCallWith: string;
  readonly callerId: string;
}

const callOf = (agent: AgentView): string =>
  JSON.stringify([agent.leadId, agent.maskedInCallWith, agent.maskedCallerId]);

/** Every field the vendor documents, and everything that can be done about the agent. */
export function AgentDetails({ agent, hasCard }: AgentDetailsProps) {
  const { t } = useTranslation();
  const { api, toasts, tell } = usePage();
  const isPresenting = useView((view) => view.preferences.isPresenting);
  const [revealed, setRevealed] = useState<Revealed | null>(null);
  const numbers = !isPresenting && revealed?.call === callOf(agent) ? revealed : null;
  // What was shown before presenting is not shown by itself again after it.
  if (isPresenting && revealed !== null) setRevealed(null);

  const { user } = agent;
  // Nobody is notified about what they have before them.
  useEffect(() => {
    void api.lookAt({ agentUser: user });
    return () => void api.lookAt({ agentUser: null });
  }, [api, user]);

  async function reveal(): Promise<void> {
    const call = callOf(agent);
    const reply = await settle(api.revealAgent({ agentUser: agent.user }));
    if (reply.ok) setRevealed({ ...reply.value, call });
    else toasts.show({ error: reply.error });
  }

  async function copyLeadCode(): Promise<void> {
    const isCopied = await tell(api.copyFromAgent({ agentUser: agent.user, field: 'vendorLeadCode' }));
    if (isCopied) toasts.show({ text: t('agents.copied', { what: t('agents.field.vendorLeadCode') }) });
  }

  const revealButton = (
    <IconButton
      icon={numbers === null ? 'eye' : 'eyeOff'}
      label={t(numbers === null ? 'agents.showNumbers' : 'agents.hideNumbers')}
      onPress={() => (numbers === null ? void reveal() : setRevealed(null))}
      className="-my-1.5 ml-0.5"
    />
  );
  /** Of the customer, or of the dialler's own works: main does not tell it while presenting. */
  const privateFact = (name: string, value: string, action?: ReactNode): ReactNode => (
    <Fact
      name={name}
      value={isPresenting ? '' : value}
      empty={isPresenting ? t('agents.hidden') : '–'}
      action={isPresenting || value === '' ? null : action}
    />
  );

  return (
    <div className="flex flex-col gap-2.5 pt-1 pr-4 pb-2 pl-[3.375rem]">
      {hasCard ? null : <CallActions agent={agent} />}
      <dl className="grid grid-cols-[repeat(auto-fill,minmax(7rem,1fr))] gap-x-4 gap-y-1.5">
        {privateFact(
          t('agents.field.inCallWith'),
          numbers?.inCallWith ?? agent.maskedInCallWith,
          revealButton,
        )}
        {privateFact(
          t('agents.field.callerId'),
          numbers?.callerId ?? agent.maskedCallerId,
          agent.maskedInCallWith === '' ? revealButton : null,
        )}
        <Fact name={t('agents.field.campaignName')} value={agent.campaignName} />
        <Fact name={t('agents.field.campaignId')} value={agent.campaignId} />
        {privateFact(t('agents.field.leadId'), agent.leadId)}
        {privateFact(
          t('agents.field.vendorLeadCode'),
          agent.vendorLeadCode,
          <IconButton
            icon="copy"
            label={t('agents.copy', { what: t('agents.field.vendorLeadCode') })}
            onPress={() => void copyLeadCode()}
            className="-my-1.5 ml-0.5"
          />,
        )}
        <Fact name={t('agents.field.callType')} value={agent.callType} />
        {privateFact(t('agents.field.confExten'), agent.confExten)}
        {privateFact(t('agents.field.serverIp'), agent.serverIp)}
        {privateFact(t('agents.field.colour'), agent.colour)}
        <Fact name={t('agents.field.status')} value={agent.status} isWide />
      </dl>
      <TellMe agent={agent} />
      <AgentChores agent={agent} />
    </div>
  );
}

interface FactProps {
  readonly name: string;
  readonly value: string;
  /** Instead of no value. */
  readonly empty?: string;
  readonly action?: ReactNode;
  readonly isWide?: boolean;
}

function Fact({ name, value, empty = '–', action, isWide = false }: FactProps) {
  return (
    <div className={`min-w-0 ${isWide ? 'col-span-full' : ''}`}>
      <dt className="text-xs text-muted">{name}</dt>
      <dd className="flex items-center wrap-anywhere select-text">
        <span className={value === '' ? 'text-muted' : 'tabular-nums'}>{value || empty}</span>
        {action}
      </dd>
    </div>
  );
}
