import { useTranslation } from 'react-i18next';
import {
  presetOf,
  presets,
  presetThresholds,
  type Thresholds,
  thresholdFamilies,
} from '../../../shared/thresholds.ts';
import { usePage } from '../../context.ts';
import { Button } from '../../parts/Button.tsx';
import { Section } from '../../parts/Section.tsx';
import { Segmented } from '../../parts/Segmented.tsx';
import { Warning } from '../../parts/Warning.tsx';
import type { PartProps } from './part-props.ts';
import { ThresholdRow } from './ThresholdRow.tsx';
import { isAmberHidden, isAsAtFirst, withPreset, withThreshold } from './with-preset.ts';

/** When a state lasts too long: a family a line, amber, red, and whether red notifies. */
export function ThresholdsSection({ preferences, change }: PartProps) {
  const { t } = useTranslation();
  const { toasts } = usePage();
  const { thresholds } = preferences;
  const preset = presetOf(thresholds);

  const replace = (next: Thresholds, text: string) => {
    change(() => ({ thresholds: next }));
    toasts.show({ text, undo: () => change(() => ({ thresholds })) });
  };
  return (
    <Section title={t('rules.limits.title')}>
      <Segmented
        label={t('rules.limits.preset')}
        value={preset}
        options={presets.map((one) => ({ value: one, label: t(`rules.limits.preset-${one}`) }))}
        onChange={(chosen) => replace(withPreset(thresholds, chosen), t('rules.limits.changed'))}
        hint={preset === null ? t('rules.limits.own') : undefined}
      />
      <div className="relative -m-1 overflow-x-auto p-1">
        <table className="w-full border-separate border-spacing-y-1.5">
          <thead className="text-sm text-muted">
            <tr>
              <th scope="col" className="text-left font-medium">
                {t('rules.limits.state')}
              </th>
              <th scope="col" className="w-20 pl-1 text-right font-medium">
                {t('rules.limits.amber')}
              </th>
              <th scope="col" className="w-20 pl-1 text-right font-medium">
                {t('rules.limits.red')}
              </th>
              <th scope="col" className="w-12 pl-1 text-right font-medium">
                {t('rules.limits.notify')}
              </th>
            </tr>
          </thead>
          <tbody>
            {thresholdFamilies.map((family) => (
              <ThresholdRow
                key={family}
                family={family}
                threshold={thresholds[family]}
                onChange={(part) =>
                  change((now) => ({ thresholds: withThreshold(now.thresholds, family, part) }))
                }
              />
            ))}
          </tbody>
        </table>
      </div>
      <div role="status" className="flex flex-col gap-1 empty:hidden">
        {thresholdFamilies
          .filter((family) => isAmberHidden(thresholds[family]))
          .map((family) => (
            <Warning key={family}>{t('rules.limits.amberHidden', { family: t(`family.${family}`) })}</Warning>
          ))}
      </div>
      <p className="text-sm text-muted">{t('rules.limits.hint')}</p>
      <p className="text-sm text-muted">{t('rules.limits.byReason')}</p>
      {isAsAtFirst(thresholds) ? null : (
        <Button
          className="self-start"
          onPress={() => replace(presetThresholds.ours, t('rules.limits.wasReset'))}
        >
          {t('rules.limits.reset')}
        </Button>
      )}
    </Section>
  );
}
