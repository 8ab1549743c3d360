import { expect, test } from 'vitest';
import { explainRoster } from '../../../../../src/renderer/screens/roster/explain-roster.ts';
import { createWords } from '../../../../../src/renderer/words.ts';
import type { RequestError } from '../../../../../src/shared/bridge.ts';
import type { Problem } from '../../../../../src/shared/problem.ts';

const { t } = createWords();

test.each<[Problem, string]>([
  [{ kind: 'no-permission' }, 'This account cannot list the dialler’s users'],
  [{ kind: 'not-this-api' }, 'This account cannot list the dialler’s users'],
  [{ kind: 'http-error', detail: '404' }, 'This account cannot list the dialler’s users'],
  [{ kind: 'http-error', detail: '500' }, 'The server answered with an error (500)'],
  [{ kind: 'unreadable' }, 'The dialler’s list of users could not be read'],
  [{ kind: 'timeout' }, 'The server took too long to answer'],
])('after %j it says so', (problem, title) => {
  expect(explainRoster(t, { kind: 'dialler', problem }).title).toBe(title);
});

test.each<[RequestError | null, string]>([
  [null, 'The dialler lists no users'],
  [{ kind: 'internal' }, 'Something went wrong inside the app. Its log says more.'],
])('for %j, too', (error, title) => {
  expect(explainRoster(t, error).title).toBe(title);
});
