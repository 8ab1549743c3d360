import { memo, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type Family, families } from '../../../shared/family.ts';
import type { Group } from '../../../shared/rules.ts';
import { FamilyMark } from '../../parts/FamilyMark.tsx';
import { passesFocusOn } from '../../parts/focus.ts';
import { GroupSwatch } from '../../parts/GroupSwatch.tsx';
import { Icon } from '../../parts/Icon.tsx';
import type { FamilyCounts } from './sort-agents.ts';

interface CountsProps {
  readonly counts: FamilyCounts;
  readonly chosen: Family | null;
  readonly onChoose: (family: Family | null) => void;
  /** The only group whose agents are counted and shown; null for all agents. */
  readonly group: Group | null;
  readonly onEveryGroup: () => void;
}

/** Plain elements: they are drawn anew with every change on the floor. */
const chip =
  'rounded-full border border-line bg-surface text-sm transition-colors hover:border-line-strong aria-pressed:border-accent aria-pressed:bg-accent/12 forced-colors:aria-pressed:outline-2';

/** How many agents are in each family; pressing one shows only those. */
export function Counts({ counts, chosen, onChoose, group, onEveryGroup }: CountsProps) {
  const { t } = useTranslation();
  const names = useMemo(() => new Map(families.map((family) => [family, t(`family.${family}`)])), [t]);
  const shown = families.filter((family) => counts.has(family) || family === chosen);
  if (shown.length === 0 && group === null) return null;
  return (
    <fieldset aria-label={t('agents.counts')} className="flex min-w-0 flex-wrap gap-1">
      {group === null ? null : (
        <button ref={passesFocusOn} type="button" aria-pressed onClick={onEveryGroup} className={chip}>
          <span className="flex max-w-40 items-center gap-1.5 px-1.5 py-0.5">
            <GroupSwatch colour={group.colour} />
            <span className="truncate">{group.name}</span>
            <Icon name="close" className="size-3" />
          </span>
        </button>
      )}
      {shown.map((family) => (
        <FamilyCount
          key={family}
          family={family}
          name={names.get(family) ?? ''}
          count={counts.get(family) ?? 0}
          isChosen={family === chosen}
          onChoose={onChoose}
        />
      ))}
    </fieldset>
  );
}

interface FamilyCountProps {
  readonly family: Family;
  readonly name: string;
  readonly count: number;
  readonly isChosen: boolean;
  readonly onChoose: (family: Family | null) => void;
}

const FamilyCount = memo(function FamilyCount({ family, name, count, isChosen, onChoose }: FamilyCountProps) {
  return (
    <button
      ref={passesFocusOn}
      type="button"
      aria-pressed={isChosen}
      onClick={() => onChoose(isChosen ? null : family)}
      className={chip}
    >
      <span title={name} className="flex items-center gap-1 px-1.5 py-0.5">
        <FamilyMark family={family} className="size-3" />
        <span className="font-semibold tabular-nums">{count}</span>
        {/* The rows name the families; here there is room for the one that was chosen. */}
        <span className={isChosen ? '' : 'sr-only'}>{name}</span>
      </span>
    </button>
  );
});
