import { describe, expect, it } from 'vitest';
import { createWords, languageOf } from '../../../../src/main/app/words.ts';
import { catalogue } from '../../../../src/shared/words/catalogue.ts';

const keysOf = (value: unknown, path = ''): string[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) => keysOf(inner, path === '' ? key : `${path}.${key}`))
    : [path];

const placeholdersOf = (text: unknown) => (String(text).match(/\{\{\w+\}\}/g) ?? []).toSorted();

const textAt = (tree: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((node, key) => (node as Record<string, unknown>)[key], tree);

describe('the words', () => {
  it('say the same things in every language', () => {
    expect(keysOf(catalogue.es).toSorted()).toEqual(keysOf(catalogue.en).toSorted());
  });

  it.each(keysOf(catalogue.en))('%s is said, with the same blanks to fill', (path) => {
    expect(String(textAt(catalogue.es, path)).trim()).not.toBe('');
    expect(placeholdersOf(textAt(catalogue.es, path))).toEqual(placeholdersOf(textAt(catalogue.en, path)));
  });

  it('are found in both languages without waiting', () => {
    const words = createWords();
    expect(words.in('en')('family.in-call')).toBe('In call');
    expect(words.in('es')('family.in-call')).toBe('En llamada');
  });
});

describe('the language of the system', () => {
  it.each([
    [['es-MX', 'en-US'], 'es'],
    [['en-GB'], 'en'],
    [['fr-FR', 'es-ES'], 'es'],
    [['de-DE'], 'en'],
    [[], 'en'],
  ])('%o is %s', (preferred, language) => {
    expect(languageOf(preferred)).toBe(language);
  });
});
