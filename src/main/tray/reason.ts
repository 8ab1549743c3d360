import type { AlertTopic } from '../../shared/alert.ts';
import { formatDuration } from '../../shared/duration.ts';
import type { AgentState } from '../../watch/agents.ts';
import type { Translate } from '../app/words.ts';
import type { IconAlert } from '../state/open-conditions.ts';
import { statusText } from '../statuses/status-text.ts';
import { cut } from './cut.ts';

const longestName = 40;

/** These say that somebody has been in a state for longer than a rule allows. */
const aboutLimit: ReadonlySet<AlertTopic> = new Set<AlertTopic>(['overstay', 'allowance-over', 'still']);

/** Several rules may be about one agent, whose worst is enough. */
export const onePerAgent = (alerts: readonly IconAlert[]): readonly IconAlert[] =>
  alerts.filter(
    ({ agentUser }, index) =>
      agentUser === null || alerts.findIndex((alert) => alert.agentUser === agentUser) === index,
  );

/** Why the icon asks for attention: the worst in words, and how many more there are. Null when it does not. */
export function reasonOf(
  alerts: readonly IconAlert[],
  agents: ReadonlyMap<string, AgentState>,
  nowMs: number,
  t: Translate,
): string | null {
  const [worst] = alerts;
  if (worst === undefined) return null;
  const { topic, agentUser, family, beganMs } = worst;
  const reading = agentUser === null ? undefined : agents.get(agentUser)?.reading;
  const status = reading === undefined ? '' : statusText(reading);
  const values = {
    agent: cut(agentUser ?? '', longestName),
    status: status === '' ? t(`family.${reading?.family ?? 'offline'}`) : cut(status, longestName),
    family: t(`alerts.crowd.${family ?? 'other'}`),
  };
  const text = aboutLimit.has(topic)
    ? t('tray.over', {
        ...values,
        count: alerts.filter((alert) => aboutLimit.has(alert.topic)).length,
        time: `+${formatDuration(nowMs - beganMs)}`,
      })
    : t(`alerts.title.${topic}`, { ...values, count: worst.count });
  return alerts.length > 1 ? `${text} · ${t('tray.more', { count: alerts.length - 1 })}` : text;
}
