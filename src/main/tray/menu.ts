import { formatDuration, formatSince } from '../../shared/duration.ts';
import { type MuteSpan, muteSpans } from '../../shared/mute.ts';
import type { AgentState } from '../../watch/agents.ts';
import type { Translate } from '../app/words.ts';
import { statusText } from '../statuses/status-text.ts';
import { cut } from './cut.ts';

export type TrayAction =
  | { readonly do: 'open' }
  | { readonly do: 'open-agent'; readonly agentUser: string }
  | { readonly do: 'open-inbox' }
  /** Null ends the mute. */
  | { readonly do: 'mute'; readonly span: MuteSpan | null }
  | { readonly do: 'toggle-presenting' }
  | { readonly do: 'refresh' }
  | { readonly do: 'toggle-pause' }
  | { readonly do: 'open-settings' }
  | { readonly do: 'quit' };

export interface TrayMenuItem {
  readonly id: string;
  readonly label: string;
  readonly kind: 'normal' | 'separator' | 'checkbox' | 'submenu';
  readonly enabled: boolean;
  readonly checked: boolean;
  readonly action: TrayAction | null;
  /** Of a `submenu` only. */
  readonly items?: readonly TrayMenuItem[];
}

export interface MenuContent {
  /** What to say in place of the agents' lines. */
  readonly whyNot: string | null;
  readonly agents: readonly AgentState[];
  readonly hasAccount: boolean;
  readonly canRefresh: boolean;
  readonly isPaused: boolean;
  readonly unread: number;
  /** 0 while notifications are not muted. */
  readonly muteLeftMs: number;
  readonly isPresenting: boolean;
}

const mostLines = 8;
const longestText = 40;

export function menuOf(content: MenuContent, nowMs: number, t: Translate): readonly TrayMenuItem[] {
  const { whyNot, hasAccount, canRefresh, isPaused, isPresenting } = content;
  const lines =
    whyNot === null
      ? agentLines(content.agents, nowMs, t)
      : [item('why-not', t('tray.notMonitoring', { reason: whyNot }), { do: 'open' })];
  const alerts = [
    item('inbox', inboxLabel(content, t), { do: 'open-inbox' }),
    muteItem(content, t),
    item(
      'presenting',
      t('tray.presenting'),
      { do: 'toggle-presenting' },
      { kind: 'checkbox', checked: isPresenting },
    ),
  ];
  const controls = [
    item('refresh', t('tray.refresh'), { do: 'refresh' }, { enabled: canRefresh }),
    item('pause', t('tray.pause'), { do: 'toggle-pause' }, { kind: 'checkbox', checked: isPaused }),
    item('settings', t('tray.settings'), { do: 'open-settings' }),
  ];
  return [
    item('open', t('tray.open'), { do: 'open' }),
    separator('before-lines'),
    ...lines,
    ...(hasAccount ? [separator('before-alerts'), ...alerts, separator('before-controls'), ...controls] : []),
    separator('before-quit'),
    item('quit', t('tray.quit'), { do: 'quit' }),
  ];
}

const inboxLabel = ({ unread }: MenuContent, t: Translate): string =>
  unread === 0 ? t('inbox.title') : `${t('inbox.title')} (${unread})`;

/** How to mute, or how long that still lasts and the way out. */
function muteItem({ muteLeftMs }: MenuContent, t: Translate): TrayMenuItem {
  if (muteLeftMs > 0) {
    return item('unmute', t('tray.unmute', { left: leftInWords(muteLeftMs, t) }), { do: 'mute', span: null });
  }
  const items = muteSpans.map((span) => item(`mute:${span}`, t(`tray.mute.${span}`), { do: 'mute', span }));
  return { ...item('mute', t('tray.mute.title'), null, { kind: 'submenu' }), items };
}

function leftInWords(leftMs: number, t: Translate): string {
  const minutes = Math.ceil(leftMs / 60_000);
  const left = { hours: Math.floor(minutes / 60), minutes: minutes % 60 };
  if (left.hours === 0) return t('tray.left.minutes', left);
  return left.minutes === 0 ? t('tray.left.hours', left) : t('tray.left.both', left);
}

function agentLines(agents: readonly AgentState[], nowMs: number, t: Translate): readonly TrayMenuItem[] {
  const lines = agents
    .slice(0, mostLines)
    .map((agent) =>
      item(`agent:${agent.user}`, lineOf(agent, nowMs, t), { do: 'open-agent', agentUser: agent.user }),
    );
  const left = agents.length - lines.length;
  return left > 0 ? [...lines, item('more', t('tray.more', { count: left }), { do: 'open' })] : lines;
}

function lineOf(
  { user, phase, reading, since, staleSinceMs }: AgentState,
  nowMs: number,
  t: Translate,
): string {
  const agent = cut(user, longestText);
  if (phase !== 'known') return t(`tray.line.${phase}`, { agent });
  const status =
    reading.status === '' ? t(`family.${reading.family}`) : cut(statusText(reading), longestText);
  if (staleSinceMs !== null) {
    return t('tray.line.stale', { agent, status, time: formatDuration(nowMs - staleSinceMs) });
  }
  const time = since === null ? '' : formatSince(since, nowMs);
  return t('tray.line.known', { agent, status, time }).trim();
}

const item = (
  id: string,
  label: string,
  action: TrayAction | null,
  more: Partial<Pick<TrayMenuItem, 'kind' | 'enabled' | 'checked'>> = {},
): TrayMenuItem => ({
  id,
  // A single ampersand would mark an access key.
  label: label.replaceAll('&', '&&'),
  kind: 'normal',
  enabled: true,
  checked: false,
  action,
  ...more,
});

const separator = (id: string): TrayMenuItem => ({
  id,
  label: '',
  kind: 'separator',
  enabled: true,
  checked: false,
  action: null,
});
