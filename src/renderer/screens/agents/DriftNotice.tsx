import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePage, useView } from '../../context.ts';
import { Banner } from '../../parts/Banner.tsx';
import { Button } from '../../parts/Button.tsx';

/** More than these would push the list out of sight before anybody asked who they are. */
const fewLines = 2;

/** Watched agents that the dialler's list, once it was fetched, does not hold, or not as active. */
export function DriftNotice() {
  const { t } = useTranslation();
  const { api, toasts, tell } = usePage();
  const drift = useView((view) => view.drift);
  const [isOpen, setOpen] = useState(false);
  const agentUsers = drift.map(({ agentUser }) => agentUser);
  const isFew = drift.length <= fewLines;

  async function remove(): Promise<void> {
    const removed: string[] = [];
    for (const agentUser of agentUsers) {
      if (!(await tell(api.removeAgent({ agentUser })))) break;
      removed.push(agentUser);
    }
    if (removed.length === 0) return;
    toasts.show({
      text: t('roster.drift.removed', { count: removed.length }),
      undo: () => void tell(api.addAgents({ agentUsers: removed })),
    });
  }

  if (drift.length === 0) return null;
  return (
    <Banner tone="warning" title={t('roster.drift.gone', { count: drift.length })}>
      {isFew || isOpen ? (
        <ul>
          {drift.map(({ kind, agentUser }) => (
            <li key={agentUser}>{t(`roster.drift.${kind}`, { agent: agentUser })}</li>
          ))}
        </ul>
      ) : null}
      <div className="mt-1 flex flex-wrap items-center gap-1.5">
        {isFew ? null : (
          <Button
            isSmall
            look="quiet"
            className="-ml-2"
            aria-expanded={isOpen}
            onPress={() => setOpen(!isOpen)}
          >
            {isOpen ? t('roster.drift.hide') : t('roster.drift.show')}
          </Button>
        )}
        <span className="grow" />
        <Button isSmall onPress={() => void tell(api.keepDrifted({ agentUsers }))}>
          {t('roster.drift.keep')}
        </Button>
        <Button isSmall onPress={() => void remove()}>
          {t('roster.drift.remove')}
        </Button>
      </div>
    </Banner>
  );
}
