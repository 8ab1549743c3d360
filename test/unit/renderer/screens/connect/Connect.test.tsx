import { act, fireEvent, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { fail, succeed } from '../../../../../src/shared/result.ts';
import { aView } from '../../../../fakes/a-view.ts';
import { createFakeCroco, type FakeCroco } from '../../fake-croco.ts';
import { renderApp } from '../../render-app.tsx';

const firstRun = aView({ account: null, secret: { kind: 'none' }, health: { kind: 'idle' } });

const field = (label: string) => screen.getByLabelText<HTMLInputElement>(label);
const press = (name: string) => act(async () => fireEvent.click(screen.getByRole('button', { name })));
const type = (label: string, value: string) => fireEvent.change(field(label), { target: { value } });

async function openForm(answers: Partial<FakeCroco['api']> = {}): Promise<FakeCroco> {
  const fake = createFakeCroco(firstRun, answers);
  await renderApp(fake);
  await press('Connect to your dialler Watch your own agents with a CrocoDial or GOautodial API user.');
  return fake;
}

function fillIn(): void {
  type('Server', 'acme');
  type('API user', 'tray');
  type('Password', 'Secret1');
  type('Agents to watch', 'ana.ruiz, Bruno');
}

test('an empty form names what is missing beside each field and goes to the first that is not right', async () => {
  const fake = await openForm();
  await press('Connect');
  expect(screen.getByText('Type the server.')).toBeDefined();
  expect(screen.getByText('Type the API user.')).toBeDefined();
  expect(screen.getByText('Type the password of the API user.')).toBeDefined();
  expect(document.activeElement).toBe(field('Server'));
  expect(fake.asked.map(([name]) => name)).not.toContain('connectAccount');
  type('Server', 'acme');
  await press('Test connection');
  expect(document.activeElement).toBe(field('API user'));
});

test('a refusal is told in one sentence and loses nothing of what was typed', async () => {
  await openForm({
    connectAccount: () =>
      Promise.resolve(fail({ kind: 'dialler', problem: { kind: 'wrong-credentials' } } as const)),
  });
  fillIn();
  await press('Connect');
  expect(screen.getByText('The dialler refused the API user or password')).toBeDefined();
  expect(field('Server').value).toBe('acme');
  expect(field('API user').value).toBe('tray');
  expect(field('Password').value).toBe('Secret1');
  expect(field('Agents to watch').value).toBe('ana.ruiz, Bruno');
});

test('what main says about the address stands beside the server', async () => {
  await openForm({
    connectAccount: () => Promise.resolve(fail({ kind: 'bad-address', reason: 'has-query' } as const)),
  });
  fillIn();
  await press('Connect');
  expect(field('Server').getAttribute('aria-invalid')).toBe('true');
  expect(document.activeElement).toBe(field('Server'));
});

test('a bridge that breaks does not leave the form waiting', async () => {
  await openForm({ connectAccount: () => Promise.reject(new Error('gone')) });
  fillIn();
  await press('Connect');
  expect(screen.getByText('Something went wrong inside the app. Its log says more.')).toBeDefined();
  expect(screen.getByRole('button', { name: 'Connect' })).toBeDefined();
});

test('what is typed leads to the agents, with what will come of it said on the way', async () => {
  const sent: unknown[] = [];
  const fake = await openForm({
    connectAccount: ({ draft }) => {
      sent.push(draft);
      fake.view = aView({ revision: 2 });
      return Promise.resolve(succeed({ kind: 'keychain' } as const));
    },
  });
  fillIn();
  expect(screen.getByText('Will connect to https://acme.croco-dial.net/goAPIv2')).toBeDefined();
  expect(screen.getByText('2 agents')).toBeDefined();
  type('Password', "it's; 1");
  expect(screen.getByText(/The dialler removes spaces/)).toBeDefined();
  await press('Connect');
  expect(sent).toEqual([expect.objectContaining({ server: 'acme', apiUser: 'tray', password: "it's; 1" })]);
  expect(screen.getByText('No agents yet')).toBeDefined();
});

test('a good test says who answered and what, but not of a form changed since', async () => {
  const waiting: (() => void)[] = [];
  await openForm({
    checkAccount: () =>
      new Promise((resolve) => {
        waiting.push(() => resolve(succeed({ baseUrl: '', agentUser: 'ana.ruiz', status: 'READY' })));
      }),
  });
  fillIn();
  const told = () => screen.queryByText('Connected: ana.ruiz is READY.');
  await press('Test connection');
  type('Password', 'Another1');
  await act(async () => waiting[0]?.());
  expect(told()).toBeNull();
  await press('Test connection');
  await act(async () => waiting[1]?.());
  expect(told()).not.toBeNull();
});

test('connecting moves nobody who has left the form meanwhile', async () => {
  const late = Promise.withResolvers<void>();
  const fake = await openForm({
    connectAccount: () => late.promise.then(() => succeed({ kind: 'keychain' } as const)),
  });
  fillIn();
  await press('Connect');
  await act(async () => fake.update({ route: { seq: 1, screen: 'settings', agentUser: null } }));
  await act(async () => late.resolve());
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Settings');
});

test('a live region is there before it speaks', async () => {
  await openForm();
  const regions = [...document.querySelectorAll('[aria-live], [role=status]')];
  expect(regions.length).toBeGreaterThan(1);
  expect(regions.filter((region) => region.matches('.hidden, .empty\\:hidden'))).toEqual([]);
});
