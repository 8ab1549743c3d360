import { act, screen, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import type { CrocoApi } from '../../../../../src/shared/bridge.ts';
import type { Problem } from '../../../../../src/shared/problem.ts';
import { fail, succeed } from '../../../../../src/shared/result.ts';
import type { RosterUser } from '../../../../../src/shared/roster.ts';
import { button, click, flip, key, noButton, press, search, write } from '../../hand.ts';
import { luis, show } from '../agents/agents-page.ts';

const sales = { id: '44', name: 'VENTAS' };
const care = { id: '45', name: 'CARE' };
const one = (user: string, more: Partial<RosterUser> = {}): RosterUser => ({
  user,
  name: '',
  campaigns: [sales],
  isActive: true,
  ...more,
});
const team = [
  one('Ana.Ruiz', { name: 'Ana Ruiz' }),
  one('ben', { campaigns: [care] }),
  one('luis'),
  one('Old.Hand', { isActive: false }),
];

/** The picker, opened from the agents screen where `luis` is watched. */
async function open(
  users: readonly RosterUser[] | Problem = team,
  answers: Partial<CrocoApi> = {},
  agents = [luis],
) {
  const asked: boolean[] = [];
  const fake = await show(
    { agents },
    {
      getRoster: async ({ isFresh }) => {
        asked.push(isFresh);
        return 'kind' in users
          ? fail({ kind: 'dialler', problem: users })
          : succeed({ users, ageMs: 3 * 60_000 });
      },
      ...answers,
    },
  );
  expect(asked).toEqual([]);
  if (agents.length > 0) await press('Add agents');
  await press('Choose from the dialler’s list');
  return { fake, asked };
}

const listbox = () => screen.getByRole('listbox');
const options = () => within(listbox()).queryAllByRole('option');
const shown = () => options().map(({ dataset }) => dataset['user']);
const chosen = () =>
  options().flatMap((option) =>
    option.getAttribute('aria-selected') === 'true' && option.getAttribute('aria-disabled') !== 'true'
      ? [option.dataset['user']]
      : [],
  );
const option = (user: string) =>
  options().find(({ dataset }) => dataset['user'] === user) ?? expect.unreachable(`${user} is shown`);
const current = () =>
  document.getElementById(listbox().getAttribute('aria-activedescendant') ?? '')?.dataset['user'];

test('the list is asked for when the picker opens, and anew only on demand', async () => {
  const { asked } = await open();
  expect(asked).toEqual([false]);
  expect(screen.getByText('Read 3 min ago')).toBeDefined();
  await press('Read the list again');
  expect(asked).toEqual([false, true]);
});

test('users are named with their campaign; the inactive are left out until wanted', async () => {
  await open();
  expect(shown()).toEqual(['Ana.Ruiz', 'ben', 'luis']);
  expect(option('Ana.Ruiz').textContent).toBe('Ana RuizAna.Ruiz · VENTAS');
  await flip('Show inactive');
  expect(option('Old.Hand').textContent).toContain('Inactive');
});

test('who is watched already is checked, marked and out of reach', async () => {
  await open();
  expect(option('luis').getAttribute('aria-selected')).toBe('true');
  expect(option('luis').getAttribute('aria-disabled')).toBe('true');
  expect(option('luis').textContent).toContain('Watched');
  await click(option('luis'));
  expect(screen.getByText('Nobody chosen')).toBeDefined();
  expect(button('Add').getAttribute('disabled')).not.toBeNull();
});

test('those chosen are added, whatever is shown by then and once it can be, and home comes back', async () => {
  const addAgents = vi.fn<CrocoApi['addAgents']>(async () => succeed(null));
  addAgents.mockResolvedValueOnce(fail({ kind: 'internal' }));
  await open(team, { addAgents });
  await click(option('Ana.Ruiz'));
  await click(option('ben'));
  await click(option('ben'));
  await click(option('ben'));
  await search('nobody');
  expect(screen.getByText('2 chosen')).toBeDefined();
  await press('Add');
  expect(screen.getByText('2 chosen')).toBeDefined();
  await press('Add');
  expect(addAgents).toHaveBeenLastCalledWith({ agentUsers: ['Ana.Ruiz', 'ben'] });
  expect(screen.getByText('2 agents added.')).toBeDefined();
  expect(screen.queryByRole('listbox')).toBeNull();
  expect(screen.getByRole('searchbox', { name: 'Search agents' })).toBeDefined();
});

test('select all means those shown who are not watched', async () => {
  await open();
  const all = () => screen.getByRole<HTMLInputElement>('checkbox');
  await search('ven');
  await click(all());
  expect(chosen()).toEqual(['Ana.Ruiz']);
  await search('');
  expect(all().indeterminate).toBe(true);
  await click(all());
  expect(chosen()).toEqual(['Ana.Ruiz', 'ben']);
  expect(all().checked).toBe(true);
  await click(all());
  expect(screen.getByText('Nobody chosen')).toBeDefined();
});

test('a campaign shows only its users; nothing found says so and leads back to all', async () => {
  await open();
  await write('Campaign', '45');
  expect(shown()).toEqual(['ben']);
  await search('nobody');
  expect(screen.getByText('No user matches.')).toBeDefined();
  await press('Show all users');
  expect(shown()).toContain('Ana.Ruiz');
});

test('the keyboard does all of it', async () => {
  await open();
  screen.getByRole('searchbox').focus();
  await key('ArrowDown');
  expect(document.activeElement).toBe(listbox());
  expect(current()).toBe('Ana.Ruiz');
  await key(' ');
  await key('ArrowDown');
  expect(current()).toBe('ben');
  await key('Enter');
  expect(chosen()).toEqual(['Ana.Ruiz', 'ben']);
  await key('Home');
  await key(' ');
  expect(chosen()).toEqual(['ben']);
  await key('a', { ctrlKey: true });
  expect(chosen()).toEqual(['Ana.Ruiz', 'ben']);
  await key('End');
  expect(current()).toBe('luis');
  expect(document.activeElement).toBe(listbox());
});

test('of five thousand only those in sight are drawn, and the last is a key away', async () => {
  const many = Array.from({ length: 5_000 }, (_, index) => one(`agent${index}`));
  await open(many);
  expect(options().length).toBeLessThan(40);
  expect(option('agent0').getAttribute('aria-setsize')).toBe('5000');
  listbox().focus();
  await key('End');
  expect(current()).toBe('agent4999');
  await click(screen.getByRole('checkbox', { name: 'Select all 5,000 shown' }));
  expect(screen.getByText(/5,000 chosen\. At most 2,000 at once\./)).toBeDefined();
  expect(button('Add').getAttribute('disabled')).not.toBeNull();
});

test('a list that is not to be had says so, and names are typed right there', async () => {
  const { fake, asked } = await open({ kind: 'no-permission' });
  expect(screen.getByText('This account cannot list the dialler’s users')).toBeDefined();
  await press('Try again');
  expect(asked).toEqual([false, true]);
  await write('User names, one per line or with commas', 'zoe');
  await press('Add');
  expect(fake.asked).toContainEqual(['addAgents', { agentUsers: ['zoe'] }]);
  expect(screen.getByRole('searchbox', { name: 'Search agents' })).toBeDefined();
});

test('while it is asked for it says so; of two answers the one asked for last counts', async () => {
  type Answer = Awaited<ReturnType<CrocoApi['getRoster']>>;
  const waiting: ((users: readonly RosterUser[]) => void)[] = [];
  await open(team, {
    getRoster: () =>
      new Promise<Answer>((resolve) => {
        waiting.push((users) => resolve(succeed({ users, ageMs: 0 })));
      }),
  });
  expect(screen.getByText('Asking the dialler for its users…')).toBeDefined();
  await act(async () => waiting[0]?.(team));
  await press('Read the list again');
  await press('Read the list again');
  await act(async () => waiting[2]?.([one('newest')]));
  await act(async () => waiting[1]?.([one('older')]));
  expect(shown()).toEqual(['newest']);
});

test('without agents the list is a button away, and a list of nobody says so', async () => {
  await open([], {}, []);
  expect(screen.getByText('The dialler lists no users')).toBeDefined();
  expect(noButton('Choose from the dialler’s list')).toBe(true);
});

test('selecting all leaves out administrators and API users, and says so; each can still be chosen', async () => {
  await open([...team, one('boss', { role: 'administrator' }), one('tray', { role: 'api-user' })]);
  await click(screen.getByRole('checkbox', { name: 'Select all 2 shown' }));
  expect(chosen()).toEqual(['Ana.Ruiz', 'ben']);
  expect(
    screen.getByText('Leaves out 2 administrators or API users, whom you can choose one by one.'),
  ).toBeDefined();
  expect(option('boss').textContent).toContain('Administrator');
  await click(option('boss'));
  expect(chosen()).toEqual(['Ana.Ruiz', 'ben', 'boss']);
});
