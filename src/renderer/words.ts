import i18next, { type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { i18nOptions } from '../shared/words/catalogue.ts';

export function createWords(): i18n {
  const words = i18next.createInstance({ ...i18nOptions, lng: 'en' });
  words.use(initReactI18next).init();
  return words;
}
