import { Group } from 'react-aria-components/Group';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { useTranslation } from 'react-i18next';
import { type Family, families } from '../../../shared/family.ts';
import { FamilyMark } from '../../parts/FamilyMark.tsx';
import type { FamilyCounts } from './sort-agents.ts';

interface CountsProps {
  readonly counts: FamilyCounts;
  readonly chosen: Family | null;
  readonly onChoose: (family: Family | null) => void;
}

/** How many agents are in each family; pressing one shows only those. */
export function Counts({ counts, chosen, onChoose }: CountsProps) {
  const { t } = useTranslation();
  const shown = families.filter((family) => counts.has(family) || family === chosen);
  if (shown.length === 0) return null;
  return (
    <Group aria-label={t('agents.counts')} className="flex flex-wrap gap-1">
      {shown.map((family) => (
        <ToggleButton
          key={family}
          isSelected={family === chosen}
          onChange={(isChosen) => onChoose(isChosen ? family : null)}
          className="rounded-full border border-line bg-surface text-sm transition-colors hover:border-line-strong data-selected:border-accent data-selected:bg-accent/12 forced-colors:data-selected:outline-2"
        >
          <span title={t(`family.${family}`)} className="flex items-center gap-1 px-1.5 py-0.5">
            <FamilyMark family={family} className="size-3" />
            <span className="font-semibold tabular-nums">{counts.get(family) ?? 0}</span>
            {/* The rows name the families; here there is room for the one that was chosen. */}
            <span className={family === chosen ? '' : 'sr-only'}>{t(`family.${family}`)}</span>
          </span>
        </ToggleButton>
      ))}
    </Group>
  );
}
