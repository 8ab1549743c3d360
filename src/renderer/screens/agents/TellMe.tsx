import { useId } from 'react';
import { Group } from 'react-aria-components/Group';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { useTranslation } from 'react-i18next';
import type { AgentView } from '../../../shared/app-view.ts';
import { tellEvents, tellEventsFor } from '../../../shared/tell-when.ts';
import { usePage } from '../../context.ts';
import { Icon } from '../../parts/Icon.tsx';

/** What can be asked to be told of this agent, once: what makes sense now, and what was asked already. */
export function TellMe({ agent }: { readonly agent: AgentView }) {
  const { t } = useTranslation();
  const { api, tell } = usePage();
  const titleId = useId();
  const sensible = agent.phase === 'known' ? tellEventsFor(agent.family) : [];
  const offered = tellEvents.filter((event) => sensible.includes(event) || agent.tellWhens.includes(event));
  if (offered.length === 0) return null;
  return (
    <Group aria-labelledby={titleId} className="flex flex-wrap items-center gap-1.5">
      <span id={titleId} className="basis-full text-xs text-muted">
        {t('agents.tell.title')}
      </span>
      {offered.map((event) => {
        const isArmed = agent.tellWhens.includes(event);
        return (
          <ToggleButton
            key={event}
            isSelected={isArmed}
            onChange={(isWanted) =>
              void tell(api.tellWhen({ agentUser: agent.user, event, isArmed: isWanted }))
            }
            className="flex min-h-7 items-center gap-1.5 rounded-full border border-line-strong bg-surface px-2.5 text-sm transition-colors hover:bg-sunken data-selected:border-accent data-selected:bg-accent/12 data-selected:font-medium forced-colors:data-selected:outline-2"
          >
            <Icon name={isArmed ? 'check' : 'bell'} className="size-3.5" />
            {t(`agents.tell.${event}`)}
          </ToggleButton>
        );
      })}
    </Group>
  );
}
