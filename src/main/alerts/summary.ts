import { type ChangeKind, changeKinds } from '../../shared/change.ts';
import type { Translate } from '../app/words.ts';
import type { AlertContent } from './content.ts';

const namesShown = 4;

/** Many alerts as one: what happened how often, and to whom. */
export function summaryOf(contents: readonly AlertContent[], t: Translate): AlertContent {
  const [first] = contents;
  if (first === undefined) throw new Error('A summary needs something to sum up.');
  const isOneKind = contents.every(({ topic }) => topic === first.topic);
  const kind = isOneKind ? changeKinds.find((one): one is ChangeKind => one === first.topic) : undefined;
  const what = t(`alerts.summary.${kind ?? 'mixed'}`, { count: contents.length });
  const isLate = contents.every((content) => content.isLate);
  const users = [...new Set(contents.flatMap(({ agentUser }) => agentUser ?? []))];
  const names = users.slice(0, namesShown).join(', ');
  const more = users.length - namesShown;
  return {
    topic: first.topic,
    title: isLate ? t('alerts.missed', { what }) : what,
    body: more > 0 ? t('alerts.andMore', { names, count: more }) : names,
    agentUser: users.length === 1 ? (users[0] ?? null) : null,
    alertIds: contents.flatMap(({ alertIds }) => alertIds),
    isLate,
  };
}
