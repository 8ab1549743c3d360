import { act, fireEvent, screen, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { quietMs } from '../../../../../src/renderer/screens/agents/use-hand.ts';
import type { CrocoApi } from '../../../../../src/shared/bridge.ts';
import { succeed } from '../../../../../src/shared/result.ts';
import { anAgent } from '../../../../fakes/a-view.ts';
import { button, click, key, press, search, write } from '../../hand.ts';
import { ana, bruno, goTo, luis, row, show, users } from './agents-page.ts';

test('who needs attention stands first; a row opens to the documented fields and closes again', async () => {
  await show();
  expect(row('Bruno').getAttribute('aria-expanded')).toBe('false');
  await click(row('Bruno'));
  expect(row('Bruno').getAttribute('aria-expanded')).toBe('true');
  expect(screen.getByText('10.0.3.17')).toBeDefined();
  await click(row('Bruno'));
  expect(screen.queryByText('10.0.3.17')).toBeNull();
});

test('an open row and its focus survive updates that move it', async () => {
  vi.useFakeTimers();
  const fake = await show();
  await click(row('luis'));
  row('luis').focus();
  await act(async () => fake.update({ agents: [{ ...luis, status: 'DEAD', family: 'dead' }, bruno, ana] }));
  await act(async () => vi.advanceTimersByTime(quietMs));
  vi.useRealTimers();
  expect(users()[0]).toEqual({ user: 'luis' });
  expect(row('luis').getAttribute('aria-expanded')).toBe('true');
  expect(document.activeElement).toBe(row('luis'));
});

test('a number is shown on demand by a button that keeps the focus, until hidden or the next call', async () => {
  const fake = await show(
    {},
    { revealAgent: () => Promise.resolve(succeed({ inCallWith: '600114821', callerId: '910550199' })) },
  );
  const number = () => screen.queryByText('600114821');
  const turn = (name: string) => click(screen.getByRole('button', { name }));
  await click(row('Bruno'));
  expect(number()).toBeNull();
  button('Show number').focus();
  await turn('Show number');
  expect(number()).not.toBeNull();
  expect(document.activeElement).toBe(button('Hide number'));
  await turn('Hide number');
  expect(number()).toBeNull();
  await turn('Show number');
  await act(async () => fake.update({ agents: [luis, { ...bruno, leadId: '7890124' }, ana] }));
  expect(number()).toBeNull();
});

test('removing an agent leaves the focus at the next one, and can be undone', async () => {
  const fake = await show();
  await click(row('Bruno'));
  const remove = button('Remove from list');
  remove.focus();
  await click(remove);
  expect(fake.asked).toContainEqual(['removeAgent', { agentUser: 'Bruno' }]);
  await act(async () => fake.update({ agents: [luis, ana] }));
  expect(document.activeElement).toBe(row('luis'));
  await act(async () => fake.update({ agents: [ana] }));
  expect(document.activeElement).toBe(row('ana'));
  await press('Undo');
  expect(fake.asked).toContainEqual(['addAgents', { agentUsers: ['Bruno'] }]);
});

test('an agent of whom nothing is known says why; a wrong name can be removed at once', async () => {
  const unknown = anAgent({ user: 'anna', phase: 'unknown', status: '', family: 'offline' });
  const waiting = anAgent({ user: 'zoe', phase: 'waiting', status: '', since: null });
  const fake = await show({ agents: [unknown, waiting] });
  expect(row('zoe').textContent).toContain('Asking the dialler…');
  await act(async () => fake.update({ agents: [unknown, { ...waiting, problem: 'empty-answer' }] }));
  expect(row('zoe').textContent).toContain('The dialler sent an empty answer');
  expect(row('anna').textContent).toContain('The dialler knows no agent of this name.');
  await press('Remove from list: anna');
  expect(fake.asked).toContainEqual(['removeAgent', { agentUser: 'anna' }]);
});

test('Tab reaches one row, which is the one where the keys have led', async () => {
  await show();
  const stops = () => [row('ana'), row('Bruno'), row('luis')].map(({ tabIndex }) => tabIndex);
  expect(stops()).toEqual([0, -1, -1]);
  row('ana').focus();
  await key('End');
  await key('ArrowDown');
  expect(document.activeElement).toBe(row('luis'));
  expect(stops()).toEqual([-1, -1, 0]);
});

test('slash goes to the search; Escape first clears it, then puts the popover away', async () => {
  const fake = await show();
  const hides = () => fake.asked.filter(([name]) => name === 'hidePopover').length;
  await key('/');
  const box = screen.getByRole<HTMLInputElement>('searchbox');
  expect(document.activeElement).toBe(box);
  await search('bru');
  expect(users()).toEqual([{ user: 'Bruno' }]);
  await key('Escape');
  expect(box.value).toBe('');
  expect(hides()).toBe(0);
  await key('Escape');
  expect(hides()).toBe(1);
});

test('a count shows only its family, and all again when pressed once more', async () => {
  await show();
  const paused = button('1 Paused');
  await click(paused);
  expect(users()).toEqual([{ user: 'ana' }]);
  await click(paused);
  expect(users()).toHaveLength(3);
});

test('a route to an agent clears the filter, opens the row and goes to it, each time it is asked', async () => {
  const fake = await show();
  await search('nobody');
  await goTo(fake, 'Bruno', 1);
  expect(row('Bruno').getAttribute('aria-expanded')).toBe('true');
  expect(document.activeElement).toBe(row('Bruno'));
  await click(row('Bruno'));
  row('ana').focus();
  await goTo(fake, 'Bruno', 2);
  expect(row('Bruno').getAttribute('aria-expanded')).toBe('true');
  expect(document.activeElement).toBe(row('Bruno'));
});

test('while the connection fails the last state stays in sight, with the reason above it', async () => {
  await show({
    health: { kind: 'failing', problem: { kind: 'timeout' }, sinceMs: 0, retryAtMs: 22_000 },
    agents: [{ ...ana, staleSinceMs: 4_000 }],
  });
  expect(screen.getByText('Trying again in 0:12.', { exact: false })).toBeDefined();
  expect(screen.getByText('PAUSE - BREAK')).toBeDefined();
  expect(screen.getByText('last heard 0:06 ago')).toBeDefined();
});

test('the window opens at its heading, unless the focus is somewhere already', async () => {
  await show();
  fireEvent.focus(window);
  expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }));
  screen.getByRole('searchbox').focus();
  fireEvent.focus(window);
  expect(document.activeElement).toBe(screen.getByRole('searchbox'));
});

test('what had the focus and is gone leaves it at the heading', async () => {
  await show();
  await press('Add agents');
  const form = within(screen.getByRole('main'));
  const [, cancel] = form.getAllByRole('button', { name: 'Cancel' });
  cancel?.focus();
  expect(document.activeElement).toBe(cancel);
  await click(cancel ?? expect.unreachable('the form has its own way out'));
  expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }));
});

test('agents are added once, however often the button is pressed', async () => {
  const late = Promise.withResolvers<void>();
  const addAgents = vi.fn<CrocoApi['addAgents']>(() => late.promise.then(() => succeed(null)));
  await show({}, { addAgents });
  const add = async (value: string) => {
    await press('Add agents');
    await write('User names, one per line or with commas', value);
    const form = document.querySelector('form') ?? expect.unreachable('the field is in a form');
    for (let times = 0; times < 2; times += 1) await act(async () => fireEvent.submit(form));
  };
  await add('zoe, ana');
  expect(addAgents).toHaveBeenCalledExactlyOnceWith({ agentUsers: ['zoe', 'ana'] });
  await act(async () => late.resolve());
  expect(screen.getByText('1 agent added.')).toBeDefined();
  await add('ana');
  expect(screen.getByText('All of them are in the list already.')).toBeDefined();
});

const said = () => screen.queryByText('Call connected: luis');
const talking = { ...luis, status: 'IN CALL', family: 'in-call', leadId: '1' } as const;

test('a second call of the same agent is announced anew', async () => {
  const fake = await show();
  await act(async () => fake.update({ agents: [talking] }));
  const first = said();
  expect(first).not.toBeNull();
  await act(async () => fake.update({ agents: [luis] }));
  await act(async () => fake.update({ agents: [talking] }));
  expect(said()).not.toBeNull();
  expect(said()).not.toBe(first);
});

test('a call that connected while nobody looked is no news when the popover opens', async () => {
  const fake = await show();
  const visibility = vi.spyOn(document, 'visibilityState', 'get');
  const turn = (state: DocumentVisibilityState) => {
    visibility.mockReturnValue(state);
    return act(async () => document.dispatchEvent(new Event('visibilitychange')));
  };
  await turn('hidden');
  fake.view = { ...fake.view, revision: fake.view.revision + 1, agents: [talking] };
  await turn('visible');
  expect(said()).toBeNull();
  visibility.mockRestore();
  await act(async () => fake.update({ agents: [luis] }));
  await act(async () => fake.update({ agents: [talking] }));
  expect(said()).not.toBeNull();
});
