import { useTranslation } from 'react-i18next';
import { longestAgentUser } from '../../../shared/account.ts';
import { type Group, isAboutSeveral, type Whom } from '../../../shared/rules.ts';
import { Choice } from '../../parts/Choice.tsx';
import { Suggest } from '../../parts/Suggest.tsx';
import type { FieldsProps } from './fields-props.ts';
import { whomOf } from './own-rule.ts';

interface WhomFieldsProps extends FieldsProps {
  readonly groups: readonly Group[];
}

export function WhomFields({ rule, known, groups, onChange }: WhomFieldsProps) {
  const { t } = useTranslation();
  const { whom } = rule;
  const kinds: readonly Whom['kind'][] = isAboutSeveral(rule.what)
    ? ['everyone', 'group']
    : ['everyone', 'me', 'group', 'agent'];
  const offered = kinds.filter((kind) => kind === whom.kind || isThere(kind));
  const change = (next: Whom) => onChange((now) => ({ ...now, whom: next }));

  function isThere(kind: Whom['kind']): boolean {
    if (kind === 'group') return groups.length > 0;
    return kind !== 'agent' || known.agentUsers.length > 0;
  }

  return (
    <>
      <Choice
        label={t('rules.edit.about')}
        value={whom.kind}
        options={offered.map((kind) => ({ value: kind, label: t(`rules.edit.whom-${kind}`) }))}
        onChange={(kind) => {
          if (kind !== whom.kind) change(whomOf(kind, known, groups));
        }}
      />
      {groups.length > 0 || whom.kind === 'group' ? null : (
        <p className="text-sm text-muted">{t('rules.edit.noGroups')}</p>
      )}
      {whom.kind === 'everyone' || isAboutSeveral(rule.what) ? null : (
        <p className="text-sm text-muted">{t('rules.edit.replaces')}</p>
      )}
      {whom.kind === 'group' ? (
        <Choice
          label={t('rules.edit.group')}
          value={groups.some(({ id }) => id === whom.groupId) ? whom.groupId : null}
          options={groups.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(groupId) => change({ kind: 'group', groupId })}
          placeholder={t('rules.edit.chooseGroup')}
          error={groups.some(({ id }) => id === whom.groupId) ? undefined : t('rules.edit.groupNeeded')}
        />
      ) : null}
      {whom.kind === 'agent' ? (
        <Suggest
          label={t('rules.edit.agent')}
          value={whom.agentUser}
          suggestions={known.agentUsers}
          maxLength={longestAgentUser}
          emptyError={t('rules.edit.agentNeeded', { agent: whom.agentUser })}
          onChange={(agentUser) => change({ kind: 'agent', agentUser })}
        />
      ) : null}
    </>
  );
}
