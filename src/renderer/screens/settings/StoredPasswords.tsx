import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { usePage, useView } from '../../context.ts';
import { Button } from '../../parts/Button.tsx';
import { Section } from '../../parts/Section.tsx';

/** Every password that the app has in the keychain, of whatever account. */
export function StoredPasswords() {
  const { t } = useTranslation();
  const { api, tell } = usePage();
  const entries = useView((view) => view.keychainEntries);
  if (entries.length === 0) return null;
  return (
    <Section title={t('settings.storedPasswords')}>
      <p className="text-sm text-muted">{t('settings.storedPasswordsHint')}</p>
      <ul aria-label={t('settings.storedPasswords')}>
        {entries.map((entry) => (
          <li key={entry} className="flex items-center justify-between gap-2">
            <span className="min-w-0 wrap-anywhere select-text">{nameOf(t, entry)}</span>
            <Button
              look="quiet"
              className="-mr-3"
              aria-label={t('settings.deletePasswordOf', { entry })}
              onPress={() => void tell(api.deleteStoredPassword({ entry }))}
            >
              {t('settings.deletePassword')}
            </Button>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Users may be mail addresses; servers hold no such sign. */
function nameOf(t: TFunction, entry: string): string {
  const at = entry.lastIndexOf('@');
  return at < 0 ? entry : t('settings.storedFor', { user: entry.slice(0, at), server: entry.slice(at + 1) });
}
