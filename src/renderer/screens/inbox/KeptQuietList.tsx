import { memo, useDeferredValue, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { KeptQuietView } from '../../../shared/alert.ts';
import { When } from './When.tsx';

interface KeptQuietListProps {
  readonly entries: readonly KeptQuietView[];
  readonly today: string;
}

/** Enough to fill the window; the others are drawn once nothing waits for it. */
const firstLines = 30;

export function KeptQuietList({ entries: wanted, today }: KeptQuietListProps) {
  const { t } = useTranslation();
  const titleId = useId();
  const entries = useDeferredValue(wanted, wanted.slice(0, firstLines));
  return (
    <>
      <h2 id={titleId} className="px-4 pt-2.5 pb-1 text-sm font-semibold text-muted">
        {t('inbox.quietTitle')}
      </h2>
      <ul aria-labelledby={titleId}>
        {entries.map((entry) => (
          <KeptQuietLine key={entry.id} entry={entry} today={today} />
        ))}
      </ul>
    </>
  );
}

const KeptQuietLine = memo(function KeptQuietLine({
  entry: { atMs, agentUser, title, reason },
  today,
}: {
  readonly entry: KeptQuietView;
  readonly today: string;
}) {
  const { t } = useTranslation();
  return (
    <li className="border-b border-line px-4 py-2 [contain-intrinsic-size:auto_3.25rem] [content-visibility:auto] last:border-b-0">
      <div className="flex flex-wrap items-baseline gap-x-2">
        <p className="min-w-0 grow basis-24 wrap-anywhere">
          {agentUser === null ? null : <span className="font-semibold">{agentUser}</span>}
          {agentUser === null ? title : ` · ${title}`}
        </p>
        <When atMs={atMs} today={today} />
      </div>
      <p className="text-sm wrap-anywhere text-muted">{t(`inbox.reason.${reason}`)}</p>
    </li>
  );
});
