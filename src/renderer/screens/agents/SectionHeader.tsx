import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { families } from '../../../shared/family.ts';
import { FamilyMark } from '../../parts/FamilyMark.tsx';
import { GroupSwatch } from '../../parts/GroupSwatch.tsx';
import { Icon } from '../../parts/Icon.tsx';
import { SeverityMark } from '../../parts/SeverityMark.tsx';
import type { Section } from './list-items.ts';
import { countFamilies } from './sort-agents.ts';

interface SectionHeaderProps {
  readonly section: Section;
  readonly isTabStop: boolean;
  readonly onToggle: (id: string) => void;
}

/** A group above its agents: its name, how many, and what matters most about them. */
export const SectionHeader = memo(function SectionHeader({
  section,
  isTabStop,
  onToggle,
}: SectionHeaderProps) {
  const { t } = useTranslation();
  const { id, group, agents, isCollapsed } = section;
  return (
    <h2>
      <button
        type="button"
        data-section={id}
        data-group-colour={group?.colour ?? 'grey'}
        tabIndex={isTabStop ? 0 : -1}
        aria-expanded={!isCollapsed}
        onClick={() => onToggle(id)}
        className="flex min-h-8 w-full flex-wrap items-center gap-x-2 bg-sunken px-4 py-1 text-left -outline-offset-2"
      >
        <span className="flex min-w-0 grow basis-36 items-center gap-2">
          <Icon name="chevron" className={`size-3.5 text-muted ${isCollapsed ? '-rotate-90' : ''}`} />
          {group === null ? null : <GroupSwatch colour={group.colour} />}
          <span className="min-w-0 truncate font-semibold text-group">
            {group === null ? t('agents.groups.none') : group.name}
          </span>
          <span className="text-sm text-muted tabular-nums">
            {agents.length}
            <span className="sr-only"> {t('agents.groups.agents', { count: agents.length })}</span>
          </span>
        </span>
        <SectionFacts agents={agents} />
      </button>
    </h2>
  );
});

/** So many states have room beside a name. */
const mostStates = 4;

function SectionFacts({ agents }: Pick<Section, 'agents'>) {
  const { t } = useTranslation();
  const over = agents.filter(({ severity }) => severity === 'alarm').length;
  const counts = countFamilies(agents);
  const shown = families.filter((family) => counts.has(family)).slice(0, over > 0 ? 0 : mostStates);
  return (
    <span className="ml-auto flex shrink-0 items-center gap-2 text-sm tabular-nums">
      {over === 0 ? null : (
        <span className="flex items-center gap-1 font-medium text-danger">
          <SeverityMark severity="alarm" />
          {t('agents.groups.over', { count: over })}
        </span>
      )}
      {shown.map((family) => (
        <span key={family} title={t(`family.${family}`)} className="flex items-center gap-1">
          <FamilyMark family={family} className="size-3" />
          {counts.get(family)}
          <span className="sr-only"> {t(`family.${family}`)}</span>
        </span>
      ))}
    </span>
  );
}
