import type { Alert, AlertTopic } from '../../shared/alert.ts';
import type { Reading } from '../../shared/reading.ts';
import type { Settings } from '../../shared/settings.ts';
import type { Translate } from '../app/words.ts';
import { type CallAction, callActionsOf } from './call-actions.ts';
import { textOf } from './text.ts';

/** What a native notification says. Plain text; a number is masked before it gets here. */
export interface AlertContent {
  readonly topic: AlertTopic | 'test';
  readonly title: string;
  readonly body: string;
  /** Whom a click opens; null for several or none. */
  readonly agentUser: string | null;
  /** The lines of the inbox it notifications for. */
  readonly alertIds: readonly number[];
  /** It tells what a gap hid. */
  readonly isLate: boolean;
  /** Its buttons, where the system has any. */
  readonly actions?: readonly CallAction[];
}

type Wishes = Pick<Settings, 'isPresenting' | 'hidesNumbers' | 'crmTemplate'>;

/** `reading` is what is known now of the agent it is about. */
export function contentOf(alert: Alert, t: Translate, settings: Wishes, reading?: Reading): AlertContent {
  const { id, topic, agentUser, isLate } = alert;
  const showsNumber = !settings.isPresenting && !settings.hidesNumbers;
  const { title, body } = textOf(alert, t, { showsNumber });
  const actions = callActionsOf(alert, reading, settings, t);
  return { topic, title, body, agentUser, alertIds: [id], isLate, actions };
}

/** What the user can send to see whether notifications reach them. */
export const testContent = (t: Translate): AlertContent => ({
  topic: 'test',
  title: t('alerts.test.title'),
  body: t('alerts.test.body'),
  agentUser: null,
  alertIds: [],
  isLate: false,
});
