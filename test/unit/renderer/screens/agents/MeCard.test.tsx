import { act, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { anAgent } from '../../../../fakes/a-view.ts';
import { ana, bruno, goTo, luis, prefer, row, show } from './agents-page.ts';

const minuteMs = 60_000;
const card = (user = 'ana') => screen.getByRole('region', { name: `You: ${user}` });
const me = prefer({ me: 'ana' });

test('I see my own state above the list, and stay in it', async () => {
  await show({ preferences: me, nowMs: 160_000 });
  expect(card().textContent).toContain('PAUSE - BREAK');
  expect(card().textContent).toMatch(/2:4\d/);
  expect(card().compareDocumentPosition(row('ana')) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
});

test('there is no card for nobody, nor for someone who is not watched', async () => {
  const fake = await show();
  expect(screen.queryByRole('region', { name: /^You/ })).toBeNull();
  await act(async () => fake.update({ preferences: prefer({ me: 'gone' }) }));
  expect(screen.queryByRole('region', { name: /^You/ })).toBeNull();
});

test('my label, my limit and what the rules say are there', async () => {
  const paused = { ...ana, label: 'Coffee', limitMs: 15 * minuteMs, severity: 'alarm' } as const;
  const fake = await show({ preferences: me, nowMs: 14 * minuteMs, agents: [paused] });
  expect(card().textContent).toContain('Coffee');
  expect(card().textContent).toContain('Alarm');
  expect(card().textContent).toContain('1:00 left');
  await act(async () => fake.update({ agents: [{ ...paused, limitMs: 10 * minuteMs }] }));
  expect(card().textContent).toContain('+4:00');
});

test('a state is told as what it is', async () => {
  const states = [
    [{ status: '', family: 'offline', since: null }, 'No live state'],
    [{ phase: 'waiting', status: '', since: null }, 'Asking the dialler…'],
    [{ phase: 'unknown', status: '', since: null }, 'The dialler knows no agent of this name.'],
    [{ staleSinceMs: 4_000 }, 'last heard 0:06 ago'],
  ] as const;
  const fake = await show({ preferences: me });
  for (const [part, text] of states) {
    await act(async () => fake.update({ agents: [anAgent({ user: 'ana', ...part })] }));
    expect(card().textContent).toContain(text);
  }
});

test('in a call I have its details and actions, and none outside of one', async () => {
  const fake = await show({
    preferences: prefer({ me: 'Bruno' }),
    agents: [luis, { ...bruno, campaignName: 'Spring', callType: 'DIALER' }],
  });
  expect(card('Bruno').textContent).toContain('Spring · •••4821 · DIALER');
  expect(within(card('Bruno')).getByRole('button', { name: 'Copy lead ID' })).toBeDefined();
  await act(async () => fake.update({ agents: [luis, { ...bruno, family: 'wrap-up', status: 'DISPO' }] }));
  expect(within(card('Bruno')).queryByRole('button')).toBeNull();
});

test('a call of mine needs no second card', async () => {
  const fake = await show({ preferences: prefer({ me: 'Bruno' }) });
  await goTo(fake, 'Bruno', 1);
  expect(screen.queryByText('Call connected: Bruno')).toBeNull();
  expect(card('Bruno')).toBeDefined();
});
