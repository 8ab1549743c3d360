import { expect, test } from 'vitest';
import { explainRoster } from '../../../../../src/renderer/screens/roster/explain-roster.ts';
import { createWords } from '../../../../../src/renderer/words.ts';
import type { RequestError } from '../../../../../src/shared/bridge.ts';
import type { Problem } from '../../../../../src/shared/problem.ts';

const { t } = createWords();

const after = (problem: Problem): RequestError => ({ kind: 'dialler', problem });

test.each<[RequestError | null, string]>([
  [after({ kind: 'no-permission' }), 'This account cannot list the dialler’s users'],
  [after({ kind: 'not-this-api' }), 'This account cannot list the dialler’s users'],
  [after({ kind: 'not-found', detail: '404' }), 'This account cannot list the dialler’s users'],
  [after({ kind: 'http-error', detail: '500' }), 'The server answered with an error (500)'],
  [after({ kind: 'unreadable' }), 'The dialler’s list of users could not be read'],
  [{ kind: 'internal' }, 'Something went wrong inside the app. Its log says more.'],
  [null, 'The dialler lists no users'],
])('for %j it says so', (error, title) => {
  expect(explainRoster(t, error).title).toBe(title);
});
