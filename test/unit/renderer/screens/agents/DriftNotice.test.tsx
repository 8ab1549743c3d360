import { act, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { fail, succeed } from '../../../../../src/shared/result.ts';
import type { Drift } from '../../../../../src/shared/roster.ts';
import { button, noButton, press } from '../../hand.ts';
import { show } from './agents-page.ts';

const inactive = (agentUser: string): Drift => ({ kind: 'inactive', agentUser });
const missing = (agentUser: string): Drift => ({ kind: 'missing', agentUser });
const gone = [inactive('ana'), missing('Bruno'), missing('luis')];

test('who is gone is shown on demand, and can be removed, with a way back', async () => {
  const fake = await show({ drift: gone });
  expect(screen.getByText('3 watched agents are not active in the dialler any more')).toBeDefined();
  expect(screen.queryByText('ana: inactive')).toBeNull();
  await press('Show who');
  expect(button('Hide').getAttribute('aria-expanded')).toBe('true');
  expect(screen.getByText('ana: inactive')).toBeDefined();
  expect(screen.getByText('luis: not on its list')).toBeDefined();
  await press('Remove');
  const removed = fake.asked.filter(([name]) => name === 'removeAgent').map(([, argument]) => argument);
  expect(removed).toEqual([{ agentUser: 'ana' }, { agentUser: 'Bruno' }, { agentUser: 'luis' }]);
  expect(screen.getByText('3 agents were removed from the list.')).toBeDefined();
  await press('Undo');
  expect(fake.asked).toContainEqual(['addAgents', { agentUsers: ['ana', 'Bruno', 'luis'] }]);
});

test('keeping them ends the notice', async () => {
  const fake = await show({ drift: [inactive('ana')] });
  expect(screen.getByText('ana: inactive')).toBeDefined();
  await press('Keep');
  expect(fake.asked).toContainEqual(['keepDrifted', { agentUsers: ['ana'] }]);
  await act(async () => fake.update({ drift: [] }));
  expect(noButton('Keep')).toBe(true);
});

test('only what was removed can be brought back', async () => {
  const fake = await show(
    { drift: gone },
    {
      removeAgent: async ({ agentUser }) =>
        agentUser === 'Bruno' ? fail({ kind: 'internal' }) : succeed(null),
    },
  );
  await press('Remove');
  await press('Undo');
  expect(fake.asked).toContainEqual(['addAgents', { agentUsers: ['ana'] }]);
});
