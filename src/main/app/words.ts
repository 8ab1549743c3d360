import i18next, { type TFunction } from 'i18next';
import { type Language, languages } from '../../shared/settings.ts';
import { catalogue } from '../../shared/words/catalogue.ts';

export type Translate = TFunction;

export interface Words {
  readonly in: (language: Language) => Translate;
}

/** Both languages are always loaded, so changing language needs no restart and no waiting. */
export function createWords(): Words {
  const i18n = i18next.createInstance({
    resources: { en: { translation: catalogue.en }, es: { translation: catalogue.es } },
    fallbackLng: 'en',
    // What we make is plain text for the OS; escaping is for HTML.
    interpolation: { escapeValue: false },
    initAsync: false,
  });
  i18n.init();
  const fixed = Object.fromEntries(languages.map((language) => [language, i18n.getFixedT(language)]));
  return { in: (language) => fixed[language] ?? i18n.getFixedT('en') };
}

/** The first language of the system that we speak; English otherwise. */
export function languageOf(preferred: readonly string[]): Language {
  const spoken = preferred.map((tag) => tag.slice(0, 2).toLowerCase());
  return (
    languages.find((language) => language === spoken.find((tag) => languages.some((l) => l === tag))) ?? 'en'
  );
}
