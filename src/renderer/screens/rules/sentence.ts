import type { TFunction } from 'i18next';
import { formatDuration } from '../../../shared/duration.ts';
import { assertNever } from '../../../shared/result.ts';
import {
  type EscalationLevel,
  escalationLevels,
  type Group,
  type OwnRule,
  type Whom,
} from '../../../shared/rules.ts';

export interface Sentence {
  readonly when: string;
  readonly follows: string;
}

/** A rule as one readable sentence, in two halves. */
export function sentenceOf(t: TFunction, rule: OwnRule, groups: readonly Group[]): Sentence {
  const what = whatOf(t, rule, groups);
  const held =
    rule.holdMs === 0 ? what : t('rules.sentence.holding', { what, time: formatDuration(rule.holdMs) });
  return { when: t('rules.sentence.when', { what: held }), follows: followsOf(t, rule) };
}

export const asText = ({ when, follows }: Sentence): string => `${when} → ${follows}`;

function whatOf(t: TFunction, { whom, what }: OwnRule, groups: readonly Group[]): string {
  const who = anyoneOf(t, whom, groups);
  const longer = (said: string, ms: number) =>
    ms === 0 ? said : t('rules.sentence.longer', { what: said, time: formatDuration(ms) });
  switch (what.kind) {
    case 'change':
      return who === null
        ? t(`rules.sentence.${what.change}_me`)
        : t(`rules.sentence.${what.change}`, { whom: who });
    case 'in-family': {
      const state = t(`rules.sentence.state.${what.family}`, { count: 1 });
      const said =
        who === null
          ? t('rules.sentence.inState_me', { state })
          : t('rules.sentence.inState', { whom: who, state });
      return longer(said, what.longerThanMs);
    }
    case 'in-status': {
      const { status } = what;
      const said =
        who === null
          ? t('rules.sentence.inStatus_me', { status })
          : t('rules.sentence.inStatus', { whom: who, status });
      return longer(said, what.longerThanMs);
    }
    case 'several': {
      const { count, family } = what;
      const state = t(`rules.sentence.state.${family}`, { count });
      return whom.kind === 'group'
        ? t('rules.sentence.severalOf', { count, state, group: groupName(t, whom.groupId, groups) })
        : t('rules.sentence.several', { count, state });
    }
    case 'nobody-ready': {
      const said =
        whom.kind === 'group'
          ? t('rules.sentence.nobodyReadyOf', { group: groupName(t, whom.groupId, groups) })
          : t('rules.sentence.nobodyReady');
      return longer(said, what.longerThanMs);
    }
    default:
      return assertNever(what);
  }
}

/** Null for me, of whom sentences speak in a form of their own. */
function anyoneOf(t: TFunction, whom: Whom, groups: readonly Group[]): string | null {
  switch (whom.kind) {
    case 'everyone':
      return t('rules.sentence.whom.everyone');
    case 'me':
      return null;
    case 'group':
      return t('rules.sentence.whom.group', { group: groupName(t, whom.groupId, groups) });
    case 'agent':
      return whom.agentUser;
    default:
      return assertNever(whom);
  }
}

const groupName = (t: TFunction, groupId: string, groups: readonly Group[]): string =>
  groups.find(({ id }) => id === groupId)?.name ?? t('rules.sentence.whom.goneGroup');

function followsOf(t: TFunction, { escalation, severity }: OwnRule): string {
  const nameOf = (level: EscalationLevel) =>
    level === 'row' ? t(`rules.sentence.level.row-${severity}`) : t(`rules.sentence.level.${level}`);
  const byDelay = new Map<number, string[]>();
  for (const level of escalationLevels) {
    const delayMs = escalation[level];
    if (delayMs !== null) byDelay.set(delayMs, [...(byDelay.get(delayMs) ?? []), nameOf(level)]);
  }
  if (byDelay.size === 0) return t('rules.sentence.nothing');
  const said = [...byDelay]
    .toSorted(([a], [b]) => a - b)
    .map(([delayMs, names]) => {
      const level = names.join(' + ');
      return delayMs === 0
        ? t('rules.sentence.atOnce', { level })
        : t('rules.sentence.after', { level, time: formatDuration(delayMs) });
    });
  return said.join(', ');
}
