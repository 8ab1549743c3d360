import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useAgentUsers } from '../../context.ts';
import { Choice } from '../../parts/Choice.tsx';
import { Section } from '../../parts/Section.tsx';
import { usePreferences } from '../../preferences.ts';

/** No agent is called this: names have no spaces around them. */
const nobody = ' ';

export function Me() {
  const { t } = useTranslation();
  const { preferences, edit } = usePreferences();
  const watched = useAgentUsers();
  const { me } = preferences;
  const options = useMemo(() => {
    const users = watched.toSorted((a, b) => a.localeCompare(b));
    const isGone = me !== null && !users.includes(me);
    return [
      { value: nobody, label: t('settings.nobody') },
      ...(isGone ? [{ value: me, label: t('settings.notWatched', { agent: me }) }] : []),
      ...users.map((user) => ({ value: user, label: user })),
    ];
  }, [watched, me, t]);

  return (
    <Section title={t('settings.me')}>
      <Choice
        isInline
        label={t('settings.iAm')}
        value={me ?? nobody}
        options={options}
        onChange={(user) => void edit(() => ({ me: user === nobody ? null : user }))}
      />
      <p className="text-sm text-muted">{t('settings.meHint')}</p>
    </Section>
  );
}
