import { act, screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { KeptQuietView } from '../../../../src/shared/alert.ts';
import { succeed } from '../../../../src/shared/result.ts';
import { button, press, row, show } from './agents/agents-page.ts';

const about = (id: number, agentUser: string | null): KeptQuietView => ({
  id,
  atMs: 0,
  agentUser,
  title: 'Call ended',
  reason: 'switched-off',
});

async function openAbout(user: string): Promise<void> {
  const keptQuiet = [about(3, 'ana'), about(2, 'Bruno'), about(1, null)];
  await show({}, { listInbox: async () => succeed({ alerts: [], keptQuiet }) });
  await press(row(user));
  await press(button('Why no notification?'));
}

const entries = () =>
  within(screen.getByRole('list', { name: 'Why no notification?' })).getAllByRole('listitem');

it('asked about an agent, it opens on why nothing was told of them, and on everybody on demand', async () => {
  await openAbout('ana');
  expect(entries().map(({ textContent }) => textContent)).toEqual([expect.stringContaining('ana')]);
  await act(async () => button('Only ana. Show all agents').click());
  expect(entries()).toHaveLength(3);
  expect(screen.queryByRole('button', { name: /^Only/ })).toBeNull();
});

it('asked about an agent of whom nothing is known, it says so', async () => {
  await openAbout('luis');
  expect(screen.getByText('Nothing about luis was kept quiet since the app started.')).toBeDefined();
});
