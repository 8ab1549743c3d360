import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { type OwnRule, type Step, severities, steps } from '../../../shared/rules.ts';
import { Checkbox } from '../../parts/Checkbox.tsx';
import { DurationField } from '../../parts/DurationField.tsx';
import { Segmented } from '../../parts/Segmented.tsx';
import type { FieldsProps } from './fields-props.ts';
import { isAboutSeveral, withStep } from './own-rule.ts';
import { TimeRow } from './TimeRow.tsx';

/** The ladder: what happens, each step after a time of its own. */
export function HowFields({ rule, onChange }: FieldsProps) {
  const { t } = useTranslation();
  const stepsId = useId();
  const isTeam = isAboutSeveral(rule.what);
  const offered = steps.filter((step) => !(isTeam && step === 'row'));
  return (
    <>
      <Segmented
        label={t('rules.edit.severity')}
        value={rule.severity}
        options={severities.map((one) => ({ value: one, label: t(`rules.edit.severity-${one}`) }))}
        onChange={(severity) => onChange((now) => ({ ...now, severity }))}
      />
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as this list is. */}
      <div role="group" aria-labelledby={stepsId} className="flex flex-col gap-1">
        <h3 id={stepsId} className="font-medium">
          {t('rules.edit.steps')}
        </h3>
        {offered.map((step) => (
          <StepRow key={step} step={step} rule={rule} onChange={onChange} />
        ))}
        <p className="text-sm text-muted">{t('rules.edit.stepsHint')}</p>
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

interface StepRowProps {
  readonly step: Step;
  readonly rule: OwnRule;
  readonly onChange: FieldsProps['onChange'];
}

function StepRow({ step, rule, onChange }: StepRowProps) {
  const { t } = useTranslation();
  const name = t(`rules.edit.step-${step}`);
  const delayMs = rule.how[step];
  return (
    <div className="flex items-center justify-between gap-3">
      <Checkbox
        isSelected={delayMs !== null}
        onChange={(isOn) => onChange((now) => ({ ...now, how: withStep(now.how, step, isOn) }))}
      >
        {name}
      </Checkbox>
      {delayMs === null ? null : (
        <span className="flex items-center gap-2">
          <span aria-hidden="true" className="text-muted">
            {t('rules.edit.after')}
          </span>
          <DurationField
            label={t('rules.edit.stepAfter', { step: name })}
            valueMs={delayMs}
            onChange={(ms) => onChange((now) => ({ ...now, how: { ...now.how, [step]: ms } }))}
          />
        </span>
      )}
    </div>
  );
}
