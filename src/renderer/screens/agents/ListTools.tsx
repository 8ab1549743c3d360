import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { Header } from 'react-aria-components/Header';
import { Menu, MenuItem, MenuSection, MenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { useTranslation } from 'react-i18next';
import { type ListView, sorts } from '../../../shared/list-view.ts';
import type { Group } from '../../../shared/rules.ts';
import { GroupSwatch } from '../../parts/GroupSwatch.tsx';
import { Icon } from '../../parts/Icon.tsx';
import { IconButton } from '../../parts/IconButton.tsx';
import { listOption } from '../../parts/list-box.ts';
import { useGo } from '../../place.ts';

export interface ListToolsProps {
  readonly listView: ListView;
  readonly onListView: (change: Partial<ListView>) => void;
  readonly groups: readonly Group[];
  readonly chosenGroupId: string | null;
  readonly onChooseGroup: (id: string | null) => void;
}

const everyGroup = 'every-group';

/** How the list is ordered, whether by groups, and which of them is shown. */
export function ListTools(props: ListToolsProps) {
  const { listView, onListView, groups, chosenGroupId, onChooseGroup } = props;
  const { t } = useTranslation();
  const go = useGo();
  return (
    <>
      <MenuTrigger>
        <Button
          aria-label={t('agents.view.title', { sort: t(`agents.view.sort.${listView.sort}`) })}
          className="grid size-7 shrink-0 place-items-center rounded-md text-muted transition-colors hover:bg-sunken hover:text-ink"
          render={(props) => <button {...props} title={t(`agents.view.sort.${listView.sort}`)} />}
        >
          <Icon name="sort" />
        </Button>
        <Popover className="max-h-80 w-56 max-w-[calc(100vw-1.5rem)] overflow-y-auto rounded-lg border border-line-strong bg-surface p-1 shadow-lg">
          <Menu className="outline-none" aria-label={t('agents.view.menu')}>
            <MenuSection
              selectionMode="single"
              disallowEmptySelection
              selectedKeys={[listView.sort]}
              onSelectionChange={(keys) => {
                const sort = sorts.find((one) => new Set(keys).has(one));
                if (sort !== undefined) onListView({ sort });
              }}
            >
              <Header className={heading}>{t('agents.view.sortBy')}</Header>
              {sorts.map((sort) => (
                <Option key={sort} id={sort} text={t(`agents.view.sort.${sort}`)} />
              ))}
            </MenuSection>
            {groups.length === 0 ? null : (
              <MenuSection
                selectionMode="single"
                disallowEmptySelection
                selectedKeys={[chosenGroupId ?? everyGroup]}
                onSelectionChange={(keys) => {
                  onChooseGroup(groups.find(({ id }) => new Set(keys).has(id))?.id ?? null);
                }}
                className="mt-1 border-t border-line pt-1"
              >
                <Header className={heading}>{t('agents.view.show')}</Header>
                <Option id={everyGroup} text={t('agents.view.everyone')} />
                {groups.map(({ id, name, colour }) => (
                  <Option key={id} id={id} text={name} mark={<GroupSwatch colour={colour} />} />
                ))}
              </MenuSection>
            )}
            <MenuSection
              aria-label={t('agents.groups.edit')}
              className="mt-1 border-t border-line pt-1"
              selectionMode="none"
            >
              <MenuItem id="groups" onAction={() => go('groups')} className={listOption}>
                <Icon name="group" className="size-3.5 text-muted" />
                <span className="min-w-0">
                  {t(groups.length === 0 ? 'agents.groups.make' : 'agents.groups.edit')}
                </span>
              </MenuItem>
            </MenuSection>
          </Menu>
        </Popover>
      </MenuTrigger>
      {groups.length === 0 ? null : (
        <IconButton
          icon="group"
          label={t('agents.groups.toggle')}
          isPressed={listView.isGrouped}
          onPress={() => onListView({ isGrouped: !listView.isGrouped })}
        />
      )}
    </>
  );
}

const heading = 'px-2 py-1 text-xs text-muted';

interface OptionProps {
  readonly id: string;
  readonly text: string;
  readonly mark?: ReactNode;
}

function Option({ id, text, mark }: OptionProps) {
  return (
    <MenuItem id={id} textValue={text} className={`group/option ${listOption}`}>
      <Icon name="check" className="invisible size-3.5 group-data-selected/option:visible" />
      {mark}
      <span className="min-w-0">{text}</span>
    </MenuItem>
  );
}
