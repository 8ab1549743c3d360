import type { Change, ChangeKind } from '../../shared/change.ts';
import type { Family } from '../../shared/family.ts';
import { maskNumber } from '../../shared/mask.ts';
import type { Reading } from '../../shared/reading.ts';
import type { Settings } from '../../shared/settings.ts';
import type { Translate } from '../words.ts';

/** What a native notification says. Plain text; a number is masked before it gets here. */
export interface AlertContent {
  readonly kind: ChangeKind;
  readonly title: string;
  readonly body: string;
  /** Whom a click opens; null for a summary of several. */
  readonly agentUser: string | null;
}

/** Every decision keeps its reason, so that "why no notification?" has an answer. */
export type Decision =
  | { readonly kind: 'tell'; readonly content: AlertContent; readonly late: boolean }
  | { readonly kind: 'keep-quiet'; readonly reason: 'switched-off' | 'found-after-a-gap' | 'passing' };

/**
 * Whether a change is worth a notification, and what it says.
 * After a gap only a connected call is still told, marked late: the rest is history by then.
 */
export function decide(change: Change, notify: Settings['notify'], t: Translate): Decision {
  if (!notify[change.kind]) return { kind: 'keep-quiet', reason: 'switched-off' };
  if (change.late && change.kind !== 'call-connected') {
    return { kind: 'keep-quiet', reason: 'found-after-a-gap' };
  }
  if (change.kind === 'status-changed' && isPassing(change.from, change.to)) {
    return { kind: 'keep-quiet', reason: 'passing' };
  }
  return { kind: 'tell', content: contentOf(change, t), late: change.late };
}

/** States of a second or two are not worth telling, nor is the way back from them; what follows is (API §6.16). */
const isPassing = (from: Reading, to: Reading): boolean =>
  passing.has(to.family) || (from.family === 'ringing' && to.family === 'ready');

const passing: ReadonlySet<Family> = new Set(['ringing', 'wrap-up', 'dead']);

function contentOf(change: Change, t: Translate): AlertContent {
  const { kind, agentUser, from, to } = change;
  const title = t(`alerts.title.${kind}`, { agent: agentUser, status: statusOf(to, t) });
  const lines = change.late ? [bodyOf(kind, from, to, t), t('alerts.late')] : [bodyOf(kind, from, to, t)];
  return { kind, title, body: lines.join('\n'), agentUser };
}

function bodyOf(kind: ChangeKind, from: Reading, to: Reading, t: Translate): string {
  switch (kind) {
    case 'call-connected':
      return callDetails(to) || t('alerts.noDetails');
    case 'call-ended':
    case 'came-online':
      return t('alerts.now', { status: statusOf(to, t) });
    case 'status-changed':
    case 'went-offline':
      return t('alerts.before', { status: statusOf(from, t) });
  }
}

const callDetails = (reading: Reading): string =>
  [maskNumber(reading.inCallWith), reading.campaignName || reading.campaignId, reading.callType]
    .filter((part) => part !== '')
    .join(' · ');

const statusOf = (reading: Reading, t: Translate): string =>
  reading.status === '' ? t(`family.${reading.family}`) : reading.status;
