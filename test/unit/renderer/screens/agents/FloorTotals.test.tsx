import { act, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { anAgent } from '../../../../fakes/a-view.ts';
import { ana, bruno, luis, show } from './agents-page.ts';

const totals = { live: 61, paused: 9, ready: 24, inCall: 28 };
const offline = anAgent({ user: 'zoe', status: '', family: 'offline' });
const waiting = anAgent({ user: 'yara', phase: 'waiting', status: '', since: null });

test('my team stands beside the floor, counted among those logged in', async () => {
  await show({ floorTotals: totals, agents: [ana, bruno, luis, offline, waiting] });
  expect(screen.getByText('My team, as listed here: 1 of 3 paused (33%)')).toBeDefined();
  expect(
    screen.getByText('Whole floor with my team, as the dialler counts: 15% paused, 28 in call, 24 ready'),
  ).toBeDefined();
});

test.each([
  [
    { ...totals, live: null },
    'Whole floor with my team, as the dialler counts: 9 paused, 28 in call, 24 ready',
  ],
  [
    { ...totals, live: 0, paused: 0 },
    'Whole floor with my team, as the dialler counts: 0 paused, 28 in call, 24 ready',
  ],
  [{ ...totals, paused: null, ready: null }, 'Whole floor with my team, as the dialler counts: 28 in call'],
  [
    { ...totals, inCall: 1_240 },
    'Whole floor with my team, as the dialler counts: 15% paused, 1,240 in call, 24 ready',
  ],
])('%j is told as far as it goes', async (floorTotals, text) => {
  await show({ floorTotals });
  expect(screen.getByText(text)).toBeDefined();
});

test('without the dialler’s counts nothing is said', async () => {
  const fake = await show({ floorTotals: totals });
  await act(async () => fake.update({ floorTotals: null }));
  expect(screen.queryByText(/Whole floor|My team/)).toBeNull();
});

test('a team that is logged out has no share', async () => {
  await show({ floorTotals: totals, agents: [offline] });
  expect(screen.queryByText(/My team/)).toBeNull();
  expect(screen.getByText(/Whole floor/)).toBeDefined();
});
