import { unheardInWords, unheardOf } from '../../shared/unheard.ts';
import { isCurrent } from '../../watch/agents.ts';
import { canTryAgain } from '../account/refused.ts';
import type { Translate } from '../app/words.ts';
import type { AppState } from '../state/store.ts';
import { statusText } from '../statuses/status-text.ts';
import { byAttention } from './attention.ts';
import { countdownOf, faceOf, timeOf, untilNextStepMs } from './countdown.ts';
import type { Face } from './icon-svg.ts';
import { menuOf, type TrayMenuItem } from './menu.ts';
import { type WatchedState, whyNotInWords, whyNotMonitoring } from './not-monitoring.ts';
import { onePerAgent, reasonOf } from './reason.ts';
import { countdownInWords, floorOf, tooltipOf } from './tooltip.ts';

export type TrayState = WatchedState & Pick<AppState, 'openConditions' | 'settings' | 'inbox' | 'slowedBy'>;

export interface TrayView {
  readonly face: Face;
  readonly tooltip: string;
  /** Beside the icon, which only macOS has: the time of my pause, or how many share what the icon shows. */
  readonly title?: string;
  readonly menu: readonly TrayMenuItem[];
  /** It says how long something has lasted, so it ages even when nothing happens; null when it does not. */
  readonly freshForMs: number | null;
}

export interface ViewSetting {
  readonly t: Translate;
  readonly nowMs: number;
  readonly wallMs: number;
  readonly platform: NodeJS.Platform;
}

/** Each new time costs Linux a rebuilt menu, so times move on slowly while nothing else does. */
const timesEveryMs = 30_000;

/** A number that the dialler repeats in a status keeps not even its last digits while presenting. */
const withoutNumbers = (agents: AppState['agents']): AppState['agents'] =>
  new Map(
    [...agents].map(([user, agent]) => {
      const label = statusText(agent.reading, true);
      return [user, { ...agent, reading: { ...agent.reading, label } }];
    }),
  );

/** What the icon in the panel says about the agents. It never holds a customer's number. */
export function trayView(given: TrayState, { t, nowMs, wallMs, platform }: ViewSetting): TrayView {
  const state = given.settings.isPresenting ? { ...given, agents: withoutNumbers(given.agents) } : given;
  const why = whyNotMonitoring(state);
  const whyNot = why === null ? null : whyNotInWords(why, t);
  const { settings } = state;
  const agents = byAttention(state.agents.values());
  const current = agents.filter(isCurrent);
  const unheard = unheardOf(agents);
  const alerts = whyNot === null ? onePerAgent(state.openConditions.icon) : [];
  const countdown = whyNot === null ? countdownOf(state, nowMs) : null;
  const muteLeftMs = Math.max(0, (settings.mutedUntilMs ?? 0) - wallMs);
  const health = state.health.kind;
  const menu = menuOf(
    {
      whyNot,
      agents,
      hasAccount: state.account !== null,
      canRefresh: health === 'ok' || health === 'failing' || health === 'connecting' || canTryAgain(state),
      isPaused: state.isWatchPaused,
      unread: state.inbox.filter(({ isRead }) => !isRead).length,
      muteLeftMs,
      isPresenting: settings.isPresenting,
    },
    nowMs,
    t,
  );

  function tooltipParts(): readonly (string | null)[] {
    if (whyNot !== null) return [t('tray.notMonitoringTip', { reason: whyNot })];
    // What is said of me already need not be said again.
    const isOther = (user: string | null) => countdown === null || user !== countdown.agentUser;
    const others = alerts.filter(({ agentUser }) => isOther(agentUser));
    const reason = reasonOf(others, state.agents, nowMs, t);
    return [
      countdown === null ? null : countdownInWords(countdown, t),
      reason ??
        floorOf(
          current.filter(({ user }) => isOther(user)),
          nowMs,
          t,
        ),
    ];
  }

  function face(): Face {
    if (whyNot !== null) return { mark: 'not-monitoring', badge: null };
    if (countdown !== null) return faceOf(countdown);
    const [alert] = alerts;
    const family = alert === undefined ? null : (familyNow(alert.agentUser) ?? alert.family);
    const mark = family ?? current[0]?.reading.family ?? 'not-monitoring';
    const isBlind = unheard.silent + unheard.unknown > 0;
    return { mark, badge: alert?.severity ?? (isBlind ? 'unheard' : null) };
  }

  function familyNow(agentUser: string | null) {
    return agentUser === null ? undefined : state.agents.get(agentUser)?.reading.family;
  }

  function title(): string {
    if (countdown !== null) return timeOf(countdown);
    const [worst] = current;
    if (whyNot !== null || worst === undefined) return '';
    const sharing = current.filter(({ reading }) => reading.family === worst.reading.family).length;
    const count = alerts.length > 0 ? alerts.length : sharing;
    return count > 1 ? String(count) : '';
  }

  const hasTimes =
    muteLeftMs > 0 ||
    (whyNot === null && agents.some(({ since, staleSinceMs }) => since !== null || staleSinceMs !== null));
  return {
    face: face(),
    tooltip: tooltipOf({
      parts: tooltipParts(),
      unheard: whyNot === null ? unheardInWords(unheard, nowMs, t) : null,
      asides: [
        muteLeftMs > 0 ? [t('tray.muted')] : [],
        whyNot === null && state.slowedBy === 'dialler' ? [t('tray.slow')] : [],
      ].flat(),
    }),
    ...(platform === 'darwin' ? { title: title() } : {}),
    menu,
    freshForMs:
      countdown !== null ? untilNextStepMs(countdown, stepMs(platform)) : hasTimes ? timesEveryMs : null,
  };
}

/** The digits change with the minute. Beside them macOS shows seconds, and only on Linux does a new tooltip cost a menu. */
const stepMs = (platform: NodeJS.Platform): number =>
  platform === 'darwin' ? 1_000 : platform === 'win32' ? 10_000 : 60_000;
