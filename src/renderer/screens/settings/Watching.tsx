import { useTranslation } from 'react-i18next';
import { leastRequestsPerSecond, mostRequestsPerSecond, situations } from '../../../shared/settings.ts';
import { HintedSwitch } from '../../parts/HintedSwitch.tsx';
import { IntervalField } from '../../parts/IntervalField.tsx';
import { Section } from '../../parts/Section.tsx';
import { StepField } from '../../parts/StepField.tsx';
import { Switch } from '../../parts/Switch.tsx';
import { usePreferences } from '../../preferences.ts';
import { LoadMeter } from './LoadMeter.tsx';

export function Watching() {
  const { t } = useTranslation();
  const { preferences, edit } = usePreferences();
  return (
    <Section title={t('settings.watching')}>
      <IntervalField
        intervalMs={preferences.intervalMs}
        onChange={(intervalMs) => void edit(() => ({ intervalMs }))}
      />
      <StepField
        label={t('settings.budget')}
        less={t('connect.less')}
        more={t('connect.more')}
        value={preferences.requestsPerSecond}
        min={leastRequestsPerSecond}
        max={mostRequestsPerSecond}
        onChange={(requestsPerSecond) => void edit(() => ({ requestsPerSecond }))}
      />
      <h3 className="text-sm text-muted">{t('settings.slow')}</h3>
      {situations.map((situation) => {
        const part = {
          isSelected: preferences.slowWhen[situation],
          onChange: (isOn: boolean) =>
            void edit(({ slowWhen }) => ({ slowWhen: { ...slowWhen, [situation]: isOn } })),
          children: t(`settings.slow-${situation}`),
        };
        return situation === 'hidden' ? (
          <HintedSwitch key={situation} {...part} hint={t('settings.slow-hidden-hint')} />
        ) : (
          <Switch key={situation} {...part} />
        );
      })}
      <LoadMeter />
    </Section>
  );
}
