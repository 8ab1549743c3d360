import type { Translate } from '../words.ts';
import type { AlertContent } from './decide.ts';

const namesShown = 4;

/** Many alerts as one: what happened how often, and to whom. */
export function summaryOf(contents: readonly AlertContent[], t: Translate): AlertContent {
  const [first] = contents;
  if (first === undefined) throw new Error('A summary needs something to sum up.');
  const isOneKind = contents.every(({ kind }) => kind === first.kind);
  const title = t(`alerts.summary.${isOneKind ? first.kind : 'mixed'}`, { count: contents.length });
  const users = [...new Set(contents.flatMap(({ agentUser }) => agentUser ?? []))];
  const names = users.slice(0, namesShown).join(', ');
  const more = users.length - namesShown;
  const body = more > 0 ? t('alerts.andMore', { names, count: more }) : names;
  return { kind: first.kind, title, body, agentUser: users.length === 1 ? (users[0] ?? null) : null };
}
