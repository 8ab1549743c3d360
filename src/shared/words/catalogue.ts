import { en } from './en.ts';
import { es } from './es.ts';

/** Every sentence the app can say. A language is one file and one line here. */
export const catalogue = { en, es };

/** How each process starts i18next: with every language at once, so that changing it needs no waiting. */
export const i18nOptions = {
  resources: Object.fromEntries(
    Object.entries(catalogue).map(([language, translation]) => [language, { translation }]),
  ),
  fallbackLng: 'en',
  // Main makes plain text for the system, and React escapes what it draws.
  interpolation: { escapeValue: false },
  initAsync: false,
};
