import { useTranslation } from 'react-i18next';
import { Section } from '../../parts/Section.tsx';
import { Switch } from '../../parts/Switch.tsx';
import { Warning } from '../../parts/Warning.tsx';
import type { PartProps } from './part-props.ts';

export function NudgesSection({ preferences, change }: PartProps) {
  const { t } = useTranslation();
  return (
    <Section title={t('rules.nudges.title')}>
      <Switch isSelected={preferences.nudges} onChange={(nudges) => change(() => ({ nudges }))}>
        {t('rules.nudges.label')}
      </Switch>
      <p className="text-sm text-muted">{t('rules.nudges.hint')}</p>
      {preferences.me === null ? <Warning>{t('rules.nudges.noMe')}</Warning> : null}
    </Section>
  );
}
