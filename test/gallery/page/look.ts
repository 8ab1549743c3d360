import { type Language, languages } from '../../../src/shared/settings.ts';

/** How a specimen is shown; text in percent of its usual size. */
export interface Look {
  readonly theme: 'light' | 'dark';
  readonly language: Language;
  readonly text: number;
}

export const plainLook: Look = { theme: 'light', language: 'en', text: 100 };

/** Each differs in one thing from the first. */
export const looks: readonly Look[] = [
  plainLook,
  { ...plainLook, theme: 'dark' },
  { ...plainLook, language: 'es' },
  { ...plainLook, text: 200 },
];

/** The look that an address asks for; null when it asks for none. */
export function lookIn(address: URLSearchParams): Look | null {
  if (!['theme', 'language', 'text'].some((part) => address.has(part))) return null;
  return {
    theme: address.get('theme') === 'dark' ? 'dark' : 'light',
    language: languages.find((language) => language === address.get('language')) ?? plainLook.language,
    text: Number(address.get('text')) || plainLook.text,
  };
}

/** What follows the gallery's own address; without a specimen it shows all of them. */
export const addressOf = (specimen: string | null, { theme, language, text }: Look): string =>
  `?${new URLSearchParams({ ...(specimen === null ? {} : { specimen }), theme, language, text: String(text) })}`;
