import { memo } from 'react';
import { Group } from 'react-aria-components/Group';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { useTranslation } from 'react-i18next';
import { type Family, families } from '../../../shared/family.ts';
import type { Group as AgentGroup } from '../../../shared/rules.ts';
import { FamilyMark } from '../../parts/FamilyMark.tsx';
import { GroupSwatch } from '../../parts/GroupSwatch.tsx';
import { Icon } from '../../parts/Icon.tsx';
import type { FamilyCounts } from './sort-agents.ts';

interface CountsProps {
  readonly counts: FamilyCounts;
  readonly chosen: Family | null;
  readonly onChoose: (family: Family | null) => void;
  /** The only group whose agents are counted and shown; null for all agents. */
  readonly group: AgentGroup | null;
  readonly onEveryGroup: () => void;
}

const chip =
  'rounded-full border border-line bg-surface text-sm transition-colors hover:border-line-strong data-selected:border-accent data-selected:bg-accent/12 forced-colors:data-selected:outline-2';

/** How many agents are in each family; pressing one shows only those. */
export function Counts({ counts, chosen, onChoose, group, onEveryGroup }: CountsProps) {
  const { t } = useTranslation();
  const shown = families.filter((family) => counts.has(family) || family === chosen);
  if (shown.length === 0 && group === null) return null;
  return (
    <Group aria-label={t('agents.counts')} className="flex flex-wrap gap-1">
      {group === null ? null : (
        <ToggleButton isSelected onChange={onEveryGroup} className={chip}>
          <span className="flex max-w-40 items-center gap-1.5 px-1.5 py-0.5">
            <GroupSwatch colour={group.colour} />
            <span className="truncate">{group.name}</span>
            <Icon name="close" className="size-3" />
          </span>
        </ToggleButton>
      )}
      {shown.map((family) => (
        <FamilyCount
          key={family}
          family={family}
          count={counts.get(family) ?? 0}
          isChosen={family === chosen}
          onChoose={onChoose}
        />
      ))}
    </Group>
  );
}

interface FamilyCountProps {
  readonly family: Family;
  readonly count: number;
  readonly isChosen: boolean;
  readonly onChoose: (family: Family | null) => void;
}

const FamilyCount = memo(function FamilyCount({ family, count, isChosen, onChoose }: FamilyCountProps) {
  const { t } = useTranslation();
  return (
    <ToggleButton
      isSelected={isChosen}
      onChange={(isWanted) => onChoose(isWanted ? family : null)}
      className={chip}
    >
      <span title={t(`family.${family}`)} className="flex items-center gap-1 px-1.5 py-0.5">
        <FamilyMark family={family} className="size-3" />
        <span className="font-semibold tabular-nums">{count}</span>
        {/* The rows name the families; here there is room for the one that was chosen. */}
        <span className={isChosen ? '' : 'sr-only'}>{t(`family.${family}`)}</span>
      </span>
    </ToggleButton>
  );
});
