import { useCallback, useEffect, useRef, useState } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components/Tabs';
import { useTranslation } from 'react-i18next';
import { TopBar } from '../../parts/TopBar.tsx';
import { type Edit, usePreferences } from '../../preferences.ts';
import { GroupEditor } from './GroupEditor.tsx';
import { GroupList } from './GroupList.tsx';
import { NudgesSection } from './NudgesSection.tsx';
import { RuleEditor } from './RuleEditor.tsx';
import { RuleList } from './RuleList.tsx';
import { ThresholdsSection } from './ThresholdsSection.tsx';
import { useInnerEscape } from './use-inner-escape.ts';
import { WarningSection } from './WarningSection.tsx';

const tabs = ['times', 'own', 'groups'] as const;
type TabName = (typeof tabs)[number];

/** What is being edited, of the rules or of the groups. */
interface Editing {
  readonly kind: 'rule' | 'group';
  readonly id: string;
}

export function Rules({ firstTab }: { readonly firstTab: TabName }) {
  const { t } = useTranslation();
  const { preferences, edit } = usePreferences();
  const change = useCallback((wanted: Edit) => void edit(wanted), [edit]);
  const [tab, setTab] = useState<TabName>(firstTab);
  const [wanted, setEditing] = useState<Editing | null>(null);
  const goToList = useCallback(() => setEditing(null), []);
  const rule = wanted?.kind === 'rule' ? preferences.rules.find(({ id }) => id === wanted.id) : undefined;
  const group = wanted?.kind === 'group' ? preferences.groups.find(({ id }) => id === wanted.id) : undefined;
  const editing = rule ?? group ?? null;
  useInnerEscape(editing === null ? null : goToList);
  useFocusOnReturn(editing?.id ?? null);

  if (rule !== undefined) {
    return (
      <RuleEditor key={rule.id} rule={rule} preferences={preferences} change={change} onBack={goToList} />
    );
  }
  if (group !== undefined) {
    return (
      <GroupEditor key={group.id} group={group} preferences={preferences} change={change} onBack={goToList} />
    );
  }
  const part = { preferences, change };
  const panel = 'relative flex min-h-0 grow flex-col gap-4 overflow-y-auto px-4 py-3 outline-offset-[-2px]';
  return (
    <main className="flex h-full flex-col">
      <TopBar title={t('rules.title')} />
      <Tabs
        selectedKey={tab}
        onSelectionChange={(key) => setTab(tabs.find((one) => one === key) ?? 'times')}
        className="flex min-h-0 grow flex-col"
      >
        <TabList
          aria-label={t('rules.parts')}
          className="flex shrink-0 flex-wrap border-b border-line bg-surface px-3"
        >
          {tabs.map((one) => (
            <Tab
              key={one}
              id={one}
              className="-mb-px flex min-h-8 items-center border-b-2 border-transparent px-3 text-muted outline-offset-[-3px] hover:text-ink data-selected:border-accent data-selected:font-medium data-selected:text-ink"
            >
              {t(`rules.tab.${one}`)}
            </Tab>
          ))}
        </TabList>
        <TabPanel id="times" className={panel}>
          <ThresholdsSection {...part} />
          <WarningSection {...part} />
          <NudgesSection {...part} />
        </TabPanel>
        <TabPanel id="own" className={panel}>
          <RuleList {...part} onEdit={(id) => setEditing({ kind: 'rule', id })} />
        </TabPanel>
        <TabPanel id="groups" className={panel}>
          <GroupList {...part} onEdit={(id) => setEditing({ kind: 'group', id })} />
        </TabPanel>
      </Tabs>
    </main>
  );
}

/** Leaving an editor leads back to what led there. */
function useFocusOnReturn(editedId: string | null): void {
  const before = useRef(editedId);
  useEffect(() => {
    const leftId = before.current;
    if (leftId === editedId) return;
    before.current = editedId;
    if (editedId !== null || leftId === null) return;
    document.querySelector<HTMLElement>(`[data-edits="${CSS.escape(leftId)}"]`)?.focus();
  }, [editedId]);
}
