import { formatDuration, formatSince } from '../../shared/duration.ts';
import type { AgentState } from '../store.ts';
import type { Translate } from '../words.ts';
import { cut } from './cut.ts';

export type TrayAction =
  | { readonly do: 'open' }
  | { readonly do: 'open-agent'; readonly agentUser: string }
  | { readonly do: 'refresh' }
  | { readonly do: 'toggle-pause' }
  | { readonly do: 'open-settings' }
  | { readonly do: 'quit' };

export interface TrayMenuItem {
  readonly id: string;
  readonly label: string;
  readonly kind: 'normal' | 'separator' | 'checkbox';
  readonly enabled: boolean;
  readonly checked: boolean;
  readonly action: TrayAction | null;
}

export interface MenuContent {
  /** What to say in place of the agents' lines. */
  readonly whyNot: string | null;
  readonly agents: readonly AgentState[];
  readonly hasAccount: boolean;
  readonly canRefresh: boolean;
  readonly isPaused: boolean;
}

const mostLines = 8;
const longestText = 40;

export function menuOf(content: MenuContent, nowMs: number, t: Translate): readonly TrayMenuItem[] {
  const { whyNot, hasAccount, canRefresh, isPaused } = content;
  const lines =
    whyNot === null
      ? agentLines(content.agents, nowMs, t)
      : [item('why-not', t('tray.notMonitoring', { reason: whyNot }), { do: 'open' })];
  const controls = [
    item('refresh', t('tray.refresh'), { do: 'refresh' }, { enabled: canRefresh }),
    item('pause', t('tray.pause'), { do: 'toggle-pause' }, { kind: 'checkbox', checked: isPaused }),
    item('settings', t('tray.settings'), { do: 'open-settings' }),
  ];
  return [
    item('open', t('tray.open'), { do: 'open' }),
    separator('before-lines'),
    ...lines,
    ...(hasAccount ? [separator('before-controls'), ...controls] : []),
    separator('before-quit'),
    item('quit', t('tray.quit'), { do: 'quit' }),
  ];
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
  const status = reading.status === '' ? t(`family.${reading.family}`) : cut(reading.status, longestText);
  if (staleSinceMs !== null) {
    return t('tray.line.stale', { agent, status, time: formatDuration(nowMs - staleSinceMs) });
  }
  const time = since === null ? '' : formatSince(since, nowMs);
  return t('tray.line.known', { agent, status, time }).trim();
}

const item = (
  id: string,
  label: string,
  action: TrayAction,
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
