import { useState } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { useTranslation } from 'react-i18next';
import { freeColour } from '../../../shared/group-colours.ts';
import { type Group, mostGroups } from '../../../shared/rules.ts';
import { Button } from '../../parts/Button.tsx';
import { GroupSwatch } from '../../parts/GroupSwatch.tsx';
import { IconButton } from '../../parts/IconButton.tsx';
import { moveGroup } from './move-group.ts';
import type { PartProps } from './part-props.ts';
import { rulesAbout, useRemoval } from './use-removal.ts';
import { withPlaced } from './with-rule.ts';

interface GroupListProps extends PartProps {
  readonly onEdit: (id: string) => void;
}

export function GroupList({ preferences, change, onEdit }: GroupListProps) {
  const { t } = useTranslation();
  const { removeGroup } = useRemoval({ preferences, change });
  const { groups, rules } = preferences;
  const [told, setTold] = useState('');

  const add = () => {
    const id = crypto.randomUUID();
    const names = new Set(groups.map(({ name }) => name));
    let number = groups.length + 1;
    while (names.has(t('rules.groups.newName', { number }))) number += 1;
    const group: Group = {
      id,
      name: t('rules.groups.newName', { number }),
      colour: freeColour(groups.map(({ colour }) => colour)),
      agentUsers: [],
    };
    change((now) => ({ groups: withPlaced(now.groups, group, now.groups.length) }));
    onEdit(id);
  };

  const move = (group: Group, index: number) => {
    change((now) => ({ groups: moveGroup(now.groups, group.id, index) }));
    setTold(t('rules.groups.moved', { group: group.name, position: index + 1, count: groups.length }));
  };

  const used = ({ id }: Group): string => {
    const count = rulesAbout(rules, id);
    return count === 0 ? '' : ` · ${t('rules.groups.usedBy', { count })}`;
  };

  return (
    <>
      {groups.length === 0 ? (
        <div className="text-center">
          <h2 className="font-semibold">{t('rules.groups.emptyTitle')}</h2>
          <p className="text-muted">{t('rules.groups.emptyHint')}</p>
        </div>
      ) : (
        <ul
          aria-label={t('rules.groups.list')}
          className="flex flex-col divide-y divide-line rounded-xl border border-line bg-surface"
        >
          {groups.map((group, index) => (
            <li key={group.id} className="flex flex-wrap items-center py-1 pr-1.5 pl-1.5">
              <AriaButton
                data-edits={group.id}
                onPress={() => onEdit(group.id)}
                className="mr-1 flex min-w-0 grow basis-40 items-start gap-2 rounded-md px-1.5 py-1 text-left hover:bg-sunken"
              >
                <GroupSwatch colour={group.colour} className="mt-1" />
                <span className="flex min-w-0 flex-col wrap-anywhere">
                  <span className="sr-only">{t('rules.opens')} </span>
                  <span className="font-medium">{group.name} </span>
                  <span className="text-sm text-muted">
                    {t('rules.groups.members', { count: group.agentUsers.length })}
                    {used(group)}
                  </span>
                </span>
              </AriaButton>
              <IconButton
                icon="up"
                label={t('rules.groups.up', { group: group.name })}
                isIdle={index === 0}
                className="ml-auto"
                onPress={() => move(group, index - 1)}
              />
              <IconButton
                icon="down"
                label={t('rules.groups.down', { group: group.name })}
                isIdle={index === groups.length - 1}
                onPress={() => move(group, index + 1)}
              />
              <IconButton
                icon="trash"
                label={t('rules.groups.remove', { group: group.name })}
                onPress={() => removeGroup(group)}
              />
            </li>
          ))}
        </ul>
      )}
      <p role="status" className="sr-only">
        {told}
      </p>
      {groups.length >= mostGroups ? (
        <p className="text-sm text-muted">{t('rules.groups.full', { count: mostGroups })}</p>
      ) : (
        <Button
          look={groups.length === 0 ? 'primary' : 'plain'}
          className={groups.length === 0 ? 'self-center' : 'self-start'}
          onPress={add}
        >
          {t('rules.groups.add')}
        </Button>
      )}
    </>
  );
}
