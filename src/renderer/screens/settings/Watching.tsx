import { useTranslation } from 'react-i18next';
import { leastRequestsPerSecond, mostRequestsPerSecond, situations } from '../../../shared/settings.ts';
import { useView } from '../../context.ts';
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
  const platform = useView((view) => view.platform);
  // Linux tells no app of a locked screen or of the battery (docs/electron.md §11).
  const noticed = platform === 'linux' ? (['hidden'] as const) : situations;
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
      {noticed.map((situation) => {
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
