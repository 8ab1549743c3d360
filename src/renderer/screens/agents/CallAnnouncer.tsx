import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useView } from '../../context.ts';
import { newlyConnected } from './newly-connected.ts';

/** Tells screen readers of connected calls, once each, to those who want to be told at all. */
export function CallAnnouncer() {
  const { t } = useTranslation();
  const agents = useView((view) => view.agents);
  const isWanted = useView((view) => view.preferences.notify['call-connected']);
  const before = useRef(agents);
  const [text, setText] = useState('');

  useEffect(() => {
    const [first, ...more] = newlyConnected(before.current, agents);
    before.current = agents;
    if (first === undefined || !isWanted) return;
    setText(
      more.length === 0
        ? t('alerts.title.call-connected', { agent: first.user })
        : t('alerts.summary.call-connected', { count: more.length + 1 }),
    );
  }, [agents, isWanted, t]);

  return (
    <p role="status" className="sr-only">
      {text}
    </p>
  );
}
