import { act, fireEvent, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { isSignedOut } from '../../../../../src/renderer/screens/signed-out/SignedOut.tsx';
import type { KeychainProblem } from '../../../../../src/shared/app-view.ts';
import type { CrocoApi } from '../../../../../src/shared/bridge.ts';
import { fail, succeed } from '../../../../../src/shared/result.ts';
import { anAgent, aView } from '../../../../fakes/a-view.ts';
import { createFakeCroco } from '../../fake-croco.ts';
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

const readAgain = () => screen.queryByRole('button', { name: 'Read the keychain again' });

test('without a password the dialler takes it is signed out, but not while a keychain waits to be unlocked', () => {
  const refused = { kind: 'stopped', problem: { kind: 'wrong-credentials' } } as const;
  expect(isSignedOut(aView({ health: refused }))).toBe(true);
  expect(isSignedOut(aView({ secret: { kind: 'none' } }))).toBe(true);
  expect(isSignedOut(aView({ secret: { kind: 'none' }, health: { kind: 'connecting' } }))).toBe(false);
  expect(isSignedOut(aView({ account: null, health: refused }))).toBe(false);
});

test('a password that was never kept is asked for', async () => {
  await show(null);
  expect(screen.getByRole('heading', { name: 'Signed out' })).toBeDefined();
  expect(screen.getByLabelText('API password')).toBeDefined();
  expect(screen.getByText('No password is stored for tray on acme.croco-dial.net.')).toBeDefined();
  expect(readAgain()).toBeNull();
});

test('a computer without a keychain is told apart', async () => {
  await show('missing');
  expect(screen.getByText('No keychain was found on this computer to keep it in.')).toBeDefined();
  expect(readAgain()).toBeNull();
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
  const button = readAgain();
  if (button === null) throw new Error('There is no way to read it again.');
  await act(async () => void fireEvent.click(button));
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
  const press = () => act(async () => void fireEvent.click(readAgain() ?? document.body));
  await press();
  expect(screen.getByText(unread)).toBeDefined();
  await press();
  expect(screen.getByText('The dialler refused the API user or password', { exact: false })).toBeDefined();
});
