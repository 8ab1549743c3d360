import { act, fireEvent, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { succeed } from '../../../../../src/shared/result.ts';
import { aView } from '../../../../fakes/a-view.ts';
import { createFakeCroco } from '../../fake-croco.ts';
import { renderApp } from '../../render-app.tsx';

const failing = (kind: 'proxy-login' | 'timeout') =>
  ({ kind: 'failing', problem: { kind }, sinceMs: 0, retryAtMs: 20_000 }) as const;
const office = { name: 'proxy.office.example:3128', hasRefused: false };

async function show(part: Parameters<typeof aView>[0]) {
  const croco = createFakeCroco(aView(part), {
    logInToProxy: async (login) => {
      sent.push(login);
      return succeed({ kind: 'session', reason: 'missing' });
    },
  });
  const sent: object[] = [];
  await renderApp(croco);
  return { croco, sent };
}

const user = () => screen.queryByLabelText<HTMLInputElement>('Proxy user');
const press = () =>
  act(async () => fireEvent.click(screen.getByRole('button', { name: 'Log in to the proxy' })));

test('a login is asked for only while a proxy is what is wrong, and only where one asked', async () => {
  const { croco } = await show({ health: failing('timeout'), askingProxy: office });
  expect(user()).toBeNull();
  await act(async () => croco.update({ health: failing('proxy-login'), askingProxy: null }));
  expect(user()).toBeNull();
  await act(async () => croco.update({ askingProxy: office }));
  expect(screen.getByRole('group', { name: `Login for ${office.name}` })).toBeDefined();
  expect(screen.queryByText('The proxy refused this user or password.')).toBeNull();
  await act(async () => croco.update({ askingProxy: { ...office, hasRefused: true } }));
  expect(screen.getByText('The proxy refused this user or password.')).toBeDefined();
});

test('both are needed, are sent once, and stay nowhere', async () => {
  const { sent } = await show({ health: failing('proxy-login'), askingProxy: office });
  await press();
  expect(screen.getByText('Type the user and the password for the proxy.')).toBeDefined();
  expect(document.activeElement).toBe(user());
  const password = screen.getByLabelText<HTMLInputElement>('Proxy password');
  fireEvent.change(user() as HTMLInputElement, { target: { value: ' corp\\ana ' } });
  fireEvent.change(password, { target: { value: 'it is "quite" long; really long' } });
  // What diallers do to passwords is no matter here.
  expect(screen.queryByText(/The dialler removes/)).toBeNull();
  await act(async () => fireEvent.keyDown(password, { key: 'Enter' }));
  expect(sent).toEqual([{ user: 'corp\\ana', password: 'it is "quite" long; really long' }]);
  expect([user()?.value, password.value]).toEqual(['', '']);
  expect(screen.getByText(/kept for this run only/)).toBeDefined();
});
