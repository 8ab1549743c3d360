import i18next, { type TFunction } from 'i18next';
import { isLanguage, type Language } from '../../shared/settings.ts';
import { i18nOptions } from '../../shared/words/catalogue.ts';

export type Translate = TFunction;

export interface Words {
  readonly in: (language: Language) => Translate;
}

export function createWords(): Words {
  const i18n = i18next.createInstance(i18nOptions);
  i18n.init();
  return { in: (language) => i18n.getFixedT(language) };
}

/** The first language of the system that we speak; English otherwise. */
export const languageOf = (preferred: readonly string[]): Language =>
  preferred.map((tag) => tag.slice(0, 2).toLowerCase()).find(isLanguage) ?? 'en';
