import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { type AlertView, type QuietReason, topics } from '../../../shared/alert.ts';
import { FamilyMark } from '../../parts/FamilyMark.tsx';
import { passesFocusOn } from '../../parts/focus.ts';
import { Icon } from '../../parts/Icon.tsx';
import { IconButton } from '../../parts/IconButton.tsx';
import { When } from './When.tsx';

interface AlertLineProps {
  readonly alert: AlertView;
  readonly today: string;
  /** Tab reaches one line; arrows go on from there. */
  readonly isTabStop: boolean;
  readonly onOpen: (alert: AlertView) => void;
  readonly onMarkRead: (alert: AlertView) => void;
}

export const AlertLine = memo(function AlertLine(props: AlertLineProps) {
  const { alert, today, isTabStop, onOpen, onMarkRead } = props;
  const { t } = useTranslation();
  const { id, atMs, title, body, isRead, quiet } = alert;
  return (
    <li className="relative flex items-start border-b border-line [contain-intrinsic-size:auto_3.25rem] [content-visibility:auto] last:border-b-0">
      <button
        ref={passesFocusOn}
        type="button"
        data-line={id}
        tabIndex={isTabStop ? 0 : -1}
        onClick={() => onOpen(alert)}
        className="flex min-w-0 grow items-start gap-2.5 py-2 pr-10 pl-4 text-left -outline-offset-2 hover:bg-canvas"
      >
        {isRead ? null : (
          <span className="absolute top-[1.125rem] left-1.5 size-1.5 rounded-full bg-accent forced-colors:bg-[Highlight]">
            <span className="sr-only">{t('inbox.unread')}</span>
          </span>
        )}
        <Mark alert={alert} />
        <span className="min-w-0 grow">
          <span className="flex flex-wrap items-baseline gap-x-2">
            <span className={`min-w-0 grow basis-24 wrap-anywhere ${isRead ? '' : 'font-semibold'}`}>
              {title}
            </span>
            <When atMs={atMs} today={today} />
          </span>
          {body === '' ? null : (
            <span className="block text-sm wrap-anywhere whitespace-pre-line text-muted">{body}</span>
          )}
          {quiet === null ? null : <NotShown reason={quiet} />}
        </span>
      </button>
      {isRead ? null : (
        <span className="absolute top-1 right-2">
          <IconButton
            icon="check"
            label={`${t('inbox.markRead')}: ${title}`}
            excludeFromTabOrder={!isTabStop}
            onPress={() => onMarkRead(alert)}
          />
        </span>
      )}
    </li>
  );
});

function Mark({ alert: { family, topic } }: { readonly alert: AlertView }) {
  const box = 'mt-0.5 grid size-7 shrink-0 place-items-center rounded-lg';
  if (family === null || topics[topic].hasNoFamily) {
    return (
      <span className={`${box} bg-warning/12 text-warning`}>
        <Icon name="warning" />
      </span>
    );
  }
  return (
    <span data-family={family} className={`${box} bg-family/12`}>
      <FamilyMark family={family} />
    </span>
  );
}

function NotShown({ reason }: { readonly reason: QuietReason }) {
  const { t } = useTranslation();
  return (
    <span className="flex items-start gap-1 text-sm text-muted">
      <Icon name="bellOff" className="mt-0.5 size-3.5" />
      <span>{t('inbox.notShown', { reason: afterColon(t(`inbox.reason.${reason}`)) })}</span>
    </span>
  );
}

const afterColon = (sentence: string): string => sentence.charAt(0).toLowerCase() + sentence.slice(1);
