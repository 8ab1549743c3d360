import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Group } from '../../../shared/rules.ts';
import { Button } from '../../parts/Button.tsx';
import { Field } from '../../parts/Field.tsx';
import { TopBar } from '../../parts/TopBar.tsx';
import { Section } from '../settings/Section.tsx';
import { GroupColourField } from './GroupColourField.tsx';
import { Members } from './Members.tsx';
import type { PartProps } from './part-props.ts';
import { useKnown } from './use-known.ts';
import { useRemoval } from './use-removal.ts';
import { withGroup } from './with-rule.ts';

/** As main takes it. */
const longestName = 60;

interface GroupEditorProps extends PartProps {
  readonly group: Group;
  readonly onBack: () => void;
}

export function GroupEditor({ group, preferences, change, onBack }: GroupEditorProps) {
  const { t } = useTranslation();
  const { agentUsers } = useKnown(preferences);
  const { removeGroup } = useRemoval({ preferences, change });
  const [typed, setTyped] = useState<string | null>(null);
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
          maxLength={longestName}
          error={name.trim() === '' ? t('rules.groups.nameNeeded') : undefined}
        />
        <GroupColourField value={group.colour} onChange={(colour) => changeGroup(() => ({ colour }))} />
        <Section title={t('rules.groups.agents')}>
          <Members
            members={group.agentUsers}
            watched={agentUsers}
            onChange={(user, isIn) =>
              changeGroup((now) => {
                const others = now.agentUsers.filter((member) => member !== user);
                return { agentUsers: isIn ? [...others, user] : others };
              })
            }
          />
        </Section>
        <Button look="danger" className="self-start" onPress={() => removeGroup(group)}>
          {t('rules.groups.removeThis')}
        </Button>
      </div>
    </main>
  );
}
