import type { Alert } from '../../shared/alert.ts';
import { formatDuration } from '../../shared/duration.ts';
import type { Translate } from '../app/words.ts';

export interface AlertText {
  readonly title: string;
  readonly body: string;
}

/** An alert in words, as the notification and the inbox show it. */
export function textOf(
  alert: Alert,
  t: Translate,
  { showsNumber }: { readonly showsNumber: boolean },
): AlertText {
  const { topic, agentUser, count, family } = alert;
  const values = {
    agent: agentUser ?? '',
    status: statusOf(alert.status, alert, t),
    before: statusOf(alert.statusBefore, null, t),
    time: timeOf(alert),
    count,
    family: family === null ? '' : t(`alerts.crowd.${family}`),
  };
  const title =
    topic === 'tell-when'
      ? t(`alerts.title.tell-when-${alert.event ?? 'free'}`, values)
      : t(`alerts.title.${topic}`, values);
  const lines = [bodyOf(alert, t, values, showsNumber), alert.isLate ? t('alerts.late') : ''];
  return { title, body: lines.filter((line) => line !== '').join('\n') };
}

type Values = Readonly<Record<'agent' | 'status' | 'before' | 'time' | 'family', string>> & {
  readonly count: number;
};

function bodyOf(alert: Alert, t: Translate, values: Values, showsNumber: boolean): string {
  switch (alert.topic) {
    case 'call-connected':
      return callDetails(alert, showsNumber) || t('alerts.noDetails');
    case 'call-ended':
    case 'came-online':
    case 'tell-when':
      return t('alerts.now', values);
    case 'status-changed':
    case 'went-offline':
      return t('alerts.before', { status: values.before });
    case 'overstay':
    case 'still':
    case 'allowance-over':
      return t('alerts.inState', values);
    case 'allowance-warning':
      return t('alerts.left', values);
    case 'several':
    case 'nobody-ready':
    case 'short-calls':
      return t(`alerts.body.${alert.topic}`, values);
    case 'connection-problem':
    case 'refused':
      return alert.problem === null
        ? ''
        : [t(`problem.${alert.problem}.title`), t(`problem.${alert.problem}.advice`)].join('\n');
  }
}

const callDetails = ({ maskedNumber, campaign, callType }: Alert, showsNumber: boolean): string =>
  [showsNumber ? maskedNumber : '', campaign, callType].filter((part) => part !== '').join(' · ');

function statusOf(status: string, alert: Alert | null, t: Translate): string {
  if (status !== '') return status;
  return t(`family.${alert?.family ?? 'offline'}`);
}

const timeOf = ({ durationMs, isAtLeast }: Alert): string =>
  durationMs === null ? '' : `${isAtLeast ? '≥ ' : ''}${formatDuration(durationMs)}`;
