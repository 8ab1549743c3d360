import { useTranslation } from 'react-i18next';
import { useView } from '../../context.ts';
import type { FamilyCounts } from './sort-agents.ts';

/** My team beside the whole floor, where the dialler tells its counts; they need not add up, and are not made to. */
export function FloorTotals({ counts }: { readonly counts: FamilyCounts }) {
  const { t, i18n } = useTranslation();
  const totals = useView((view) => view.floorTotals);
  if (totals === null) return null;
  const share = (part: number, whole: number): string =>
    (part / whole).toLocaleString(i18n.language, { style: 'percent' });
  const number = (value: number): string => value.toLocaleString(i18n.language);
  const { live, paused, inCall, ready } = totals;
  const pausedShown =
    paused === null ? null : live === null || live === 0 ? number(paused) : share(paused, live);
  const parts = [
    pausedShown === null ? [] : t('roster.totals.paused', { value: pausedShown }),
    inCall === null ? [] : t('roster.totals.inCall', { value: number(inCall) }),
    ready === null ? [] : t('roster.totals.ready', { count: ready, value: number(ready) }),
  ].flat();
  const teamPaused = counts.get('paused') ?? 0;
  const teamLive = [...counts.values()].reduce((sum, count) => sum + count, 0) - (counts.get('offline') ?? 0);
  return (
    <p className="flex flex-wrap gap-x-3 text-sm text-muted tabular-nums">
      {teamLive === 0 ? null : (
        <span>
          {t('roster.totals.team', {
            paused: number(teamPaused),
            total: number(teamLive),
            share: share(teamPaused, teamLive),
          })}
        </span>
      )}
      {parts.length === 0 ? null : <span>{t('roster.totals.floor', { parts: parts.join(', ') })}</span>}
    </p>
  );
}
