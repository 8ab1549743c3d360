import { isCurrent } from '../current.ts';
import type { Translate } from '../words.ts';
import { byAttention } from './attention.ts';
import { cut } from './cut.ts';
import type { Mark } from './icon-svg.ts';
import { menuOf, type TrayMenuItem } from './menu.ts';
import { type WatchedState, whyNotInWords, whyNotMonitoring } from './not-monitoring.ts';
import { longestTooltip, tooltipOf } from './tooltip.ts';

export interface TrayView {
  readonly mark: Mark;
  readonly tooltip: string;
  /** Beside the icon, which only macOS has: how many share the state the icon shows. */
  readonly title?: string;
  readonly menu: readonly TrayMenuItem[];
  /** It says how long something has lasted, so it ages even when nothing happens. */
  readonly hasRunningTime: boolean;
}

export interface ViewSetting {
  readonly t: Translate;
  readonly nowMs: number;
  readonly platform: NodeJS.Platform;
}

/** What the icon in the panel says about the agents. It never holds a customer's number. */
export function trayView(state: WatchedState, { t, nowMs, platform }: ViewSetting): TrayView {
  const why = whyNotMonitoring(state);
  const whyNot = why === null ? null : whyNotInWords(why, t);
  const agents = byAttention(state.agents.values());
  const current = agents.filter(isCurrent);
  const mark = (whyNot === null ? current[0]?.reading.family : undefined) ?? 'not-monitoring';
  const health = state.health.kind;
  const menu = menuOf(
    {
      whyNot,
      agents,
      hasAccount: state.account !== null,
      canRefresh: health === 'ok' || health === 'failing' || health === 'connecting',
      isPaused: state.isWatchPaused,
    },
    nowMs,
    t,
  );
  const tooltip =
    whyNot === null
      ? tooltipOf(current, nowMs, t)
      : cut(t('tray.notMonitoringTip', { reason: whyNot }), longestTooltip);
  const sharing = current.filter((agent) => agent.reading.family === mark).length;
  return {
    mark,
    tooltip,
    ...(platform === 'darwin' ? { title: whyNot === null && sharing > 1 ? String(sharing) : '' } : {}),
    menu,
    hasRunningTime:
      whyNot === null && agents.some((agent) => agent.since !== null || agent.staleSinceMs !== null),
  };
}
