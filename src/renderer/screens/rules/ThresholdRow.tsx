import { useTranslation } from 'react-i18next';
import type { Threshold, ThresholdFamily } from '../../../shared/thresholds.ts';
import { DurationField } from '../../parts/DurationField.tsx';
import { FamilyMark } from '../../parts/FamilyMark.tsx';
import { Switch } from '../../parts/Switch.tsx';

interface ThresholdRowProps {
  readonly family: ThresholdFamily;
  readonly threshold: Threshold;
  readonly onChange: (part: Partial<Threshold>) => void;
}

export function ThresholdRow({ family, threshold, onChange }: ThresholdRowProps) {
  const { t } = useTranslation();
  const name = t(`family.${family}`);
  return (
    <tr>
      <th scope="row" className="pr-1 text-left font-normal">
        <span className="flex items-center gap-2">
          <FamilyMark family={family} />
          {name}
        </span>
      </th>
      <td>
        <span className="flex justify-end">
          <DurationField
            isOptional
            label={t('rules.limits.amberOf', { family: name })}
            valueMs={threshold.warningMs}
            onChange={(warningMs) => onChange({ warningMs })}
          />
        </span>
      </td>
      <td>
        <span className="flex justify-end">
          <DurationField
            isOptional
            label={t('rules.limits.redOf', { family: name })}
            valueMs={threshold.alarmMs}
            onChange={(alarmMs) => onChange({ alarmMs })}
          />
        </span>
      </td>
      <td>
        <span className="flex justify-end">
          <Switch
            isLabelHidden
            isSelected={threshold.notifies && threshold.alarmMs !== null}
            isDisabled={threshold.alarmMs === null}
            onChange={(notifies) => onChange({ notifies })}
          >
            {t('rules.limits.notifyOf', { family: name })}
          </Switch>
        </span>
      </td>
    </tr>
  );
}
