import { act, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { CheckReport } from '../../../../../src/shared/bridge.ts';
import { fail, succeed } from '../../../../../src/shared/result.ts';
import { aView } from '../../../../fakes/a-view.ts';
import { createFakeCroco, type FakeCroco } from '../../fake-croco.ts';
import { button, press, title, write } from '../../hand.ts';
import { renderApp } from '../../render-app.tsx';

const firstRun = aView({ account: null, secret: { kind: 'none' }, health: { kind: 'idle' } });

const field = (label: string) => screen.getByLabelText<HTMLInputElement>(label);

async function openForm(answers: Partial<FakeCroco['api']> = {}): Promise<FakeCroco> {
  const fake = createFakeCroco(firstRun, answers);
  await renderApp(fake);
  await press('Connect to your dialler Watch your own agents with a CrocoDial or GOautodial API user.');
  return fake;
}

async function fillIn(): Promise<void> {
  await write('Server', 'acme');
  await write('API user', 'tray');
  await write('Password', 'Secret1');
  await write('Agents to watch', 'ana.ruiz, Bruno');
}

test('an empty form names what is missing beside each field and goes to the first that is not right', async () => {
  const fake = await openForm();
  await press('Connect');
  expect(screen.getByText('Type the server.')).toBeDefined();
  expect(screen.getByText('Type the API user.')).toBeDefined();
  expect(screen.getByText('Type the password of the API user.')).toBeDefined();
  expect(document.activeElement).toBe(field('Server'));
  expect(fake.asked.map(([name]) => name)).not.toContain('connectAccount');
  await write('Server', 'acme');
  await press('Test connection');
  expect(document.activeElement).toBe(field('API user'));
});

test.each<[string, FakeCroco['api']['connectAccount'], string]>([
  [
    'a refusal',
    async () => fail({ kind: 'dialler', problem: { kind: 'wrong-credentials' } }),
    'The dialler refused the API user or password',
  ],
  [
    'a bridge that breaks',
    () => Promise.reject(new Error('gone')),
    'Something went wrong inside the app. Its log says more.',
  ],
])('%s is told in one sentence and loses nothing of what was typed', async (_what, connectAccount, told) => {
  await openForm({ connectAccount });
  await fillIn();
  await press('Connect');
  expect(screen.getByText(told)).toBeDefined();
  const typed = ['Server', 'API user', 'Password', 'Agents to watch'].map((label) => field(label).value);
  expect(typed).toEqual(['acme', 'tray', 'Secret1', 'ana.ruiz, Bruno']);
  expect(button('Connect')).toBeDefined();
});

test('what main says about the address stands beside the server', async () => {
  await openForm({
    connectAccount: () => Promise.resolve(fail({ kind: 'bad-address', reason: 'has-query' } as const)),
  });
  await fillIn();
  await press('Connect');
  expect(field('Server').getAttribute('aria-invalid')).toBe('true');
  expect(document.activeElement).toBe(field('Server'));
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
  await fillIn();
  expect(screen.getByText('Will connect to https://acme.croco-dial.net/goAPIv2')).toBeDefined();
  expect(screen.getByText('2 agents')).toBeDefined();
  await write('Password', "it's; 1");
  expect(screen.getByText(/GOautodial drops spaces/)).toBeDefined();
  await press('Connect');
  expect(sent).toEqual([expect.objectContaining({ server: 'acme', apiUser: 'tray', password: "it's; 1" })]);
  expect(screen.getByText('No agents yet')).toBeDefined();
});

test('a good test says who answered and what, but not of a form changed since', async () => {
  const waiting: (() => void)[] = [];
  await openForm({
    checkAccount: () =>
      new Promise((resolve) => {
        const agents = [{ agentUser: 'ana.ruiz', said: { kind: 'on', status: 'READY' } }] as const;
        waiting.push(() => resolve(succeed({ baseUrl: '', agents, untried: 0 })));
      }),
  });
  await fillIn();
  const told = () => screen.queryByText('Connected: ana.ruiz is READY.');
  await press('Test connection');
  await write('Password', 'Another1');
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
  await fillIn();
  await press('Connect');
  await act(async () => fake.update({ route: { seq: 1, screen: 'settings', agentUser: null } }));
  await act(async () => late.resolve());
  expect(title()).toBe('Settings');
});

test('a live region is there before it speaks', async () => {
  await openForm();
  const regions = [...document.querySelectorAll('[aria-live], [role=status]')];
  expect(regions.length).toBeGreaterThan(1);
  expect(regions.filter((region) => region.matches('.hidden, .empty\\:hidden'))).toEqual([]);
});

test.each<[string, CheckReport['agents'], number, readonly string[]]>([
  [
    'a name that the dialler does not know, apart from one who is off',
    [
      { agentUser: 'ben', said: { kind: 'off', status: '' } },
      { agentUser: 'gost', said: { kind: 'unknown' } },
    ],
    0,
    [
      'Connected. The dialler has no live state for ben now.',
      'Unknown to the dialler: gost. Check the spelling.',
    ],
  ],
  [
    'an agent that is not shown, and how many were left out',
    [
      { agentUser: 'ana', said: { kind: 'on', status: 'READY' } },
      { agentUser: 'VDAD', said: { kind: 'problem', problem: { kind: 'no-permission' } } },
    ],
    3,
    [
      'Logged in: 1 of 2 agents.',
      'VDAD: The dialler does not show this agent to the API user.',
      'Not tested, to spare the dialler: 3.',
    ],
  ],
  ['that nobody is named yet', [], 0, ['Connected. No agent is named yet.']],
])('a test of the connection says %s', async (_what, agents, untried, lines) => {
  await openForm({ checkAccount: async () => succeed({ baseUrl: '', agents, untried }) });
  await fillIn();
  await press('Test connection');
  for (const line of lines) expect(screen.getByText(line)).toBeDefined();
});
