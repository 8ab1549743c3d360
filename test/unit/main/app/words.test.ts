import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { languageOf } from '../../../../src/main/app/words.ts';
import { languages } from '../../../../src/shared/settings.ts';
import { catalogue } from '../../../../src/shared/words/catalogue.ts';

const sentencesOf = (value: unknown, path = ''): [key: string, sentence: string][] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([key, inner]) =>
        sentencesOf(inner, path === '' ? key : `${path}.${key}`),
      )
    : [[path, String(value)]];

const english = new Map(sentencesOf(catalogue.en));
const stemOf = (key: string): string => key.replace(/_(zero|one|two|few|many|other|me)$/, '');

describe.each(languages)('the words of %s', (language) => {
  const words = new Map(sentencesOf(catalogue[language]));

  it('leave nothing unsaid', () => {
    const empty = [...words].filter(([, sentence]) => sentence.trim() === '');
    expect(empty).toEqual([]);
  });

  it('leave the same blanks to fill as English', () => {
    const blanksIn = (sentence = '') => (sentence.match(/\{\{.*?\}\}/g) ?? []).toSorted().join();
    const others = [...words].filter(
      ([key, sentence]) =>
        blanksIn(sentence) !== blanksIn(english.get(key) ?? english.get(`${stemOf(key)}_other`)),
    );
    expect(others).toEqual([]);
  });

  it('have a form for every number', () => {
    const rules = new Intl.PluralRules(language);
    const endings = new Set(Array.from({ length: 200 }, (_, count) => rules.select(count)));
    const counted = [...english.keys()].filter((key) => key.endsWith('_other')).map(stemOf);
    const missing = counted.flatMap((stem) =>
      [...endings].filter((ending) => !words.has(`${stem}_${ending}`)),
    );
    expect(counted).not.toEqual([]);
    expect(missing).toEqual([]);
  });
});

describe('the words', () => {
  it('are all named by code', () => {
    const source = globSync(['src/shared/*.ts', 'src/main/**/*.ts', 'src/renderer/**/*.{ts,tsx}'])
      .map((path) => readFileSync(path, 'utf8'))
      .join('\n');
    const plain = source.matchAll(/'(\w+(?:\.[\w-]+)+)'/g);
    const templates = source.matchAll(/`(\w+\.(?:[\w.-]|\$\{[^}]*\})+)`/g);
    const keys = new Set(Array.from(plain, ([, key]) => key));
    const patterns = Array.from(
      templates,
      ([, key = '']) => new RegExp(`^${key.replaceAll('.', '\\.').replaceAll(/\$\{.*?\}/g, '[^.]+')}$`),
    );
    const isNamed = (key: string) => keys.has(key) || patterns.some((pattern) => pattern.test(key));
    expect([...english.keys()].filter((key) => !isNamed(key) && !isNamed(stemOf(key)))).toEqual([]);
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
