import i18next, { type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { catalogue } from '../shared/words/catalogue.ts';

/** Both languages are always loaded, so changing language needs no waiting. */
export function createWords(): i18n {
  const words = i18next.createInstance({
    resources: { en: { translation: catalogue.en }, es: { translation: catalogue.es } },
    lng: 'en',
    fallbackLng: 'en',
    // React escapes what it draws.
    interpolation: { escapeValue: false },
    initAsync: false,
  });
  words.use(initReactI18next).init();
  return words;
}
