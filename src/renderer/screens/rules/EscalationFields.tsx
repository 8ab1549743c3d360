import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { type EscalationLevel, escalationLevels, type OwnRule, severities } from '../../../shared/rules.ts';
import { Checkbox } from '../../parts/Checkbox.tsx';
import { DurationField } from '../../parts/DurationField.tsx';
import { Segmented } from '../../parts/Segmented.tsx';
import type { FieldsProps } from './fields-props.ts';
import { isAboutSeveral, withLevel } from './own-rule.ts';
import { TimeRow } from './TimeRow.tsx';

/** The ladder: what happens, each level after a time of its own. */
export function EscalationFields({ rule, onChange }: FieldsProps) {
  const { t } = useTranslation();
  const levelsId = useId();
  const isTeam = isAboutSeveral(rule.what);
  const offered = escalationLevels.filter((level) => !(isTeam && level === 'row'));
  return (
    <>
      <Segmented
        label={t('rules.edit.severity')}
        value={rule.severity}
        options={severities.map((one) => ({ value: one, label: t(`rules.edit.severity-${one}`) }))}
        onChange={(severity) => onChange((now) => ({ ...now, severity }))}
      />
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as this list is. */}
      <div role="group" aria-labelledby={levelsId} className="flex flex-col gap-1">
        <h3 id={levelsId} className="font-medium">
          {t('rules.edit.levels')}
        </h3>
        {offered.map((level) => (
          <LevelRow key={level} level={level} rule={rule} onChange={onChange} />
        ))}
        <p className="text-sm text-muted">{t('rules.edit.levelsHint')}</p>
        {isTeam ? <p className="text-sm text-muted">{t('rules.edit.noRow')}</p> : null}
      </div>
      <TimeRow
        label={t('rules.edit.hold')}
        valueMs={rule.holdMs}
        onChange={(holdMs) => onChange((now) => ({ ...now, holdMs }))}
      />
      <p className="text-sm text-muted">{t('rules.edit.holdHint')}</p>
    </>
  );
}

interface LevelRowProps {
  readonly level: EscalationLevel;
  readonly rule: OwnRule;
  readonly onChange: FieldsProps['onChange'];
}

function LevelRow({ level, rule, onChange }: LevelRowProps) {
  const { t } = useTranslation();
  const name = t(`rules.edit.level-${level}`);
  const delayMs = rule.escalation[level];
  return (
    <div className="flex items-center justify-between gap-3">
      <Checkbox
        isSelected={delayMs !== null}
        onChange={(isOn) =>
          onChange((now) => ({ ...now, escalation: withLevel(now.escalation, level, isOn) }))
        }
      >
        {name}
      </Checkbox>
      {delayMs === null ? null : (
        <span className="flex items-center gap-2">
          <span aria-hidden="true" className="text-muted">
            {t('rules.edit.after')}
          </span>
          <DurationField
            label={t('rules.edit.levelAfter', { level: name })}
            valueMs={delayMs}
            onChange={(ms) => onChange((now) => ({ ...now, escalation: { ...now.escalation, [level]: ms } }))}
          />
        </span>
      )}
    </div>
  );
}
