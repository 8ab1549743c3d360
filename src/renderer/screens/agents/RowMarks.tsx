import { useTranslation } from 'react-i18next';
import type { AgentView } from '../../../shared/app-view.ts';
import { useView } from '../../context.ts';
import { Icon } from '../../parts/Icon.tsx';

const mark = 'ml-1.5 inline-flex align-middle';

/** Beside the name: that this is me, that something was asked for, that nothing is told. */
export function RowMarks({ agent }: { readonly agent: AgentView }) {
  const { t } = useTranslation();
  const isMe = useView((view) => view.preferences.me === agent.user);
  const isPinned = useView((view) => view.preferences.pinned.includes(agent.user));
  const events = agent.tellWhens.map((event) => t(`agents.tell.${event}`)).join(', ');
  return (
    <>
      {isPinned ? (
        <span title={t('agents.pin.mark')} className={`${mark} text-muted`}>
          <Icon name="pin" className="size-3.5" />
          <span className="sr-only">{t('agents.pin.mark')}</span>
        </span>
      ) : null}
      {isMe ? (
        <span className={`${mark} rounded-full border border-accent px-1.5 text-xs font-medium text-accent`}>
          {t('agents.me.mark')}
        </span>
      ) : null}
      {events === '' ? null : (
        <span title={t('agents.tell.armed', { events })} className={`${mark} text-accent`}>
          <Icon name="bell" className="size-3.5" />
          <span className="sr-only">{t('agents.tell.armed', { events })}</span>
        </span>
      )}
      {agent.isMuted ? (
        <span title={t('agents.agentMuted')} className={`${mark} text-muted`}>
          <Icon name="bellOff" className="size-3.5" />
          <span className="sr-only">{t('agents.agentMuted')}</span>
        </span>
      ) : null}
    </>
  );
}
