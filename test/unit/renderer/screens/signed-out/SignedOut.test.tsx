import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { isSignedOut } from '../../../../../src/renderer/screens/signed-out/SignedOut.tsx';
import type { KeychainProblem } from '../../../../../src/shared/app-view.ts';
import type { CrocoApi } from '../../../../../src/shared/bridge.ts';
import { fail, succeed } from '../../../../../src/shared/result.ts';
import { anAgent, aView } from '../../../../fakes/a-view.ts';
import { createFakeCroco } from '../../fake-croco.ts';
import { noButton, press } from '../../hand.ts';
import { renderApp } from '../../render-app.tsx';

const unread = 'The keychain of this computer could not be read';

async function show(problem: KeychainProblem | null, answers: Partial<CrocoApi> = {}) {
  const croco = createFakeCroco(
    aView({
      secret: problem === null ? { kind: 'none' } : { kind: 'none', problem },
      health: { kind: 'stopped', problem: { kind: 'no-password' } },
      agents: [anAgent({ user: 'ana' }), anAgent({ user: 'ben' })],
    }),
    answers,
  );
  await renderApp(croco);
  return croco;
}

const again = 'Read the keychain again';

test('without a password the dialler takes it is signed out, but not while a keychain waits to be unlocked', () => {
  const refused = { kind: 'stopped', problem: { kind: 'wrong-credentials' } } as const;
  expect(isSignedOut(aView({ health: refused }))).toBe(true);
  expect(isSignedOut(aView({ secret: { kind: 'none' } }))).toBe(true);
  expect(isSignedOut(aView({ secret: { kind: 'none' }, health: { kind: 'connecting' } }))).toBe(false);
  expect(isSignedOut(aView({ account: null, health: refused }))).toBe(false);
});

test.each([
  [null, 'No password is stored for tray on acme.croco-dial.net.'],
  ['missing', 'No keychain was found on this computer to keep it in.'],
] as const)('without a password it is asked for, and why is told: %s', async (problem, why) => {
  await show(problem);
  expect(screen.getByRole('heading', { name: 'Signed out' })).toBeDefined();
  expect(screen.getByLabelText('API password')).toBeDefined();
  expect(screen.getByText(why)).toBeDefined();
  expect(noButton(again)).toBe(true);
});

test('a keychain that could not be read is read again on request, for the same agents', async () => {
  const drafts: unknown[] = [];
  const { view } = await show('refused', {
    connectAccount: async ({ draft }) => {
      drafts.push(draft);
      return succeed({ kind: 'keychain' });
    },
  });
  expect(screen.getByText(unread)).toBeDefined();
  await press(again);
  expect(drafts).toEqual([
    {
      server: 'https://acme.croco-dial.net/goAPIv2',
      apiUser: 'tray',
      password: '',
      agentUsers: ['ana', 'ben'],
      method: 'post',
      format: 'json',
      intervalMs: view.watch.intervalMs,
    },
  ]);
});

test('a keychain that still cannot be read says so, and anything else is told', async () => {
  const problems = [{ kind: 'no-password' }, { kind: 'wrong-credentials' }] as const;
  let asked = 0;
  await show('refused', {
    connectAccount: async () => fail({ kind: 'dialler', problem: problems[asked++] ?? { kind: 'timeout' } }),
  });
  await press(again);
  expect(screen.getByText(unread)).toBeDefined();
  await press(again);
  expect(screen.getByText('The dialler refused the API user or password', { exact: false })).toBeDefined();
});

test('a stored password that was refused is tried again on request, and stays refused if it is', async () => {
  const refused = { kind: 'wrong-credentials' } as const;
  const croco = createFakeCroco(aView({ health: { kind: 'stopped', problem: refused } }));
  await renderApp(croco);
  await press('Try again with the stored password');
  expect(croco.asked.map(([asked]) => asked)).toContain('tryStoredPassword');
  expect(screen.getByRole('heading', { name: 'Signed out' })).toBeDefined();
});

test('without a stored password there is none to try', async () => {
  await show(null);
  expect(noButton('Try again with the stored password')).toBe(true);
});
