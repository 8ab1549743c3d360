import type { Alert, AlertTopic } from '../../shared/alert.ts';
import type { Settings } from '../../shared/settings.ts';
import type { Translate } from '../words.ts';
import { textOf } from './text.ts';

/** What a native notification says. Plain text; a number is masked before it gets here. */
export interface AlertContent {
  readonly topic: AlertTopic | 'test';
  readonly title: string;
  readonly body: string;
  /** Whom a click opens; null for several or none. */
  readonly agentUser: string | null;
  /** The lines of the inbox it knocks for. */
  readonly alertIds: readonly number[];
  /** It tells what a gap hid. */
  readonly isLate: boolean;
}

type Privacy = Pick<Settings, 'isPresenting' | 'hidesNumbers'>;

export function contentOf(alert: Alert, t: Translate, { isPresenting, hidesNumbers }: Privacy): AlertContent {
  const { id, topic, agentUser, isLate } = alert;
  const { title, body } = textOf(alert, t, { showsNumber: !isPresenting && !hidesNumbers });
  return { topic, title, body, agentUser, alertIds: [id], isLate };
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
