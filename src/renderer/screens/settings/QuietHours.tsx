import { useTranslation } from 'react-i18next';
import { weekdays } from '../../../shared/working-hours.ts';
import { HintedSwitch } from '../../parts/HintedSwitch.tsx';
import { Section } from '../../parts/Section.tsx';
import { usePreferences } from '../../preferences.ts';
import { DayHours } from './DayHours.tsx';
import { MutedAgents } from './MutedAgents.tsx';

export function QuietHours() {
  const { t } = useTranslation();
  const { preferences, edit, editSoon, flush } = usePreferences();
  const { isOn, days } = preferences.workingHours;
  return (
    <Section title={t('settings.quietHours')}>
      <HintedSwitch
        hint={t('settings.workingHoursHint')}
        isSelected={isOn}
        onChange={(isNowOn) =>
          void edit(({ workingHours }) => ({ workingHours: { ...workingHours, isOn: isNowOn } }))
        }
      >
        {t('settings.workingHours')}
      </HintedSwitch>
      {isOn ? (
        <ul className="flex flex-col gap-1.5">
          {weekdays.map((day) => (
            <DayHours
              key={day}
              day={day}
              hours={days[day]}
              onChange={(hours) =>
                editSoon(({ workingHours }) => ({
                  workingHours: { ...workingHours, days: { ...workingHours.days, [day]: hours } },
                }))
              }
              onBlur={() => void flush()}
            />
          ))}
        </ul>
      ) : null}
      <MutedAgents />
    </Section>
  );
}
