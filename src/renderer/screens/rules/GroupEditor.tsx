import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Group, longestGroupName } from '../../../shared/rules.ts';
import { Button } from '../../parts/Button.tsx';
import { Field } from '../../parts/Field.tsx';
import { TopBar } from '../../parts/TopBar.tsx';
import { GroupColourField } from './GroupColourField.tsx';
import { Members } from './Members.tsx';
import type { PartProps } from './part-props.ts';
import { useKnown } from './use-known.ts';
import { useRemoval } from './use-removal.ts';
import { withGroup, withMembers } from './with-rule.ts';

interface GroupEditorProps extends PartProps {
  readonly group: Group;
  readonly onBack: () => void;
}

export function GroupEditor({ group, preferences, change, onBack }: GroupEditorProps) {
  const { t } = useTranslation();
  const { agentUsers } = useKnown(preferences);
  const { removeGroup } = useRemoval({ preferences, change });
  const [typed, setTyped] = useState<string | null>(null);
  const agentsId = useId();
  const name = typed ?? group.name;
  const changeGroup = (changeOf: (now: Group) => Partial<Group>) =>
    change((now) => {
      const current = now.groups.find(({ id }) => id === group.id) ?? group;
      return withGroup(now, { ...current, ...changeOf(current) });
    });

  const takeName = () => {
    const trimmed = name.trim();
    if (trimmed === '') return;
    setTyped(null);
    if (trimmed !== group.name) changeGroup(() => ({ name: trimmed }));
  };

  return (
    <main className="flex h-full flex-col">
      <TopBar title={t('rules.groups.title')} onBack={onBack} />
      <div className="relative flex min-h-0 grow flex-col gap-4 overflow-y-auto px-4 py-3">
        <Field
          label={t('rules.groups.name')}
          value={name}
          onChange={setTyped}
          onBlur={takeName}
          onKeyDown={(event) => {
            if (event.key === 'Enter' || event.key === 'Escape') takeName();
            event.continuePropagation();
          }}
          maxLength={longestGroupName}
          error={name.trim() === '' ? t('rules.groups.nameNeeded') : undefined}
        />
        <GroupColourField value={group.colour} onChange={(colour) => changeGroup(() => ({ colour }))} />
        <section aria-labelledby={agentsId} className="flex grow flex-col gap-2">
          <h2 id={agentsId} className="text-sm font-semibold text-muted">
            {t('rules.groups.agents')}
          </h2>
          <Members
            members={group.agentUsers}
            watched={agentUsers}
            onChange={(users, areIn) =>
              changeGroup((now) => ({ agentUsers: withMembers(now.agentUsers, users, areIn) }))
            }
          />
        </section>
        <Button look="danger" className="-ml-3 self-start" onPress={() => removeGroup(group)}>
          {t('rules.groups.removeThis')}
        </Button>
      </div>
    </main>
  );
}
