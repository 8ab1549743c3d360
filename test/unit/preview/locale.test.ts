import { expect, test } from 'vitest';
import { preferredLanguages } from '../../../src/preview/electron/locale.ts';

test.each([
  [{}, ['fr']],
  [{ LANG: 'C.UTF-8' }, ['fr']],
  [{ LANG: 'es_MX.UTF-8' }, ['es-MX']],
  [{ LANG: 'en_GB.UTF-8', LANGUAGE: 'es:en_GB' }, ['es', 'en-GB']],
  [{ LANG: 'en_GB', LC_ALL: 'ca_ES@euro' }, ['ca-ES']],
])('%j speaks %j', (env, expected) => {
  expect(preferredLanguages(env, 'fr')).toEqual(expected);
});
