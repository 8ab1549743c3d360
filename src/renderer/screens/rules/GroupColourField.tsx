import { Label } from 'react-aria-components/Label';
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup';
import { useTranslation } from 'react-i18next';
import { type GroupColour, groupColours } from '../../../shared/group-colours.ts';
import { GroupSwatch } from '../../parts/GroupSwatch.tsx';

interface GroupColourFieldProps {
  readonly value: GroupColour;
  readonly onChange: (colour: GroupColour) => void;
}

export function GroupColourField({ value, onChange }: GroupColourFieldProps) {
  const { t } = useTranslation();
  return (
    <RadioGroup
      value={value}
      onChange={(chosen) => {
        const colour = groupColours.find((one) => one === chosen);
        if (colour !== undefined) onChange(colour);
      }}
      orientation="horizontal"
      className="flex flex-col gap-1"
    >
      <Label className="font-medium">{t('rules.groups.colour')}</Label>
      <div className="grid grid-cols-[repeat(auto-fill,minmax(4.75rem,1fr))] gap-1">
        {groupColours.map((colour) => (
          <Radio
            key={colour}
            value={colour}
            className="flex min-h-7 items-center gap-1.5 rounded-md border border-transparent px-1.5 text-sm hover:bg-sunken data-focus-visible:outline-2 data-focus-visible:outline-accent data-selected:border-line-strong data-selected:bg-surface data-selected:font-medium forced-colors:data-selected:outline-2"
          >
            <GroupSwatch colour={colour} />
            {t(`rules.groups.colours.${colour}`)}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
