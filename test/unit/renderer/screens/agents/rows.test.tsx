import { act, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { anAgent } from '../../../../fakes/a-view.ts';
import { ana, bruno, luis, prefer, press, row, show, users } from './agents-page.ts';

const minuteMs = 60_000;

test('what the rules find worst stands first, in words and shape as well as in colour', async () => {
  await show({
    agents: [luis, { ...bruno, severity: 'warning' }, ana, anAgent({ user: 'zoe', severity: 'alarm' })],
  });
  expect(users().map((one) => one?.['user'])).toEqual(['zoe', 'Bruno', 'ana', 'luis']);
  expect(row('zoe').textContent).toContain('Alarm');
  expect(row('Bruno').textContent).toContain('Warning');
  expect(row('ana').textContent).not.toMatch(/Alarm|Warning/);
  const shapeOf = (user: string, word: string) =>
    [...row(user).querySelectorAll('span')].find((one) => one.textContent === word)?.previousElementSibling
      ?.innerHTML;
  expect(shapeOf('zoe', 'Alarm')).toContain('<path');
  expect(shapeOf('zoe', 'Alarm')).not.toBe(shapeOf('Bruno', 'Warning'));
});

test('a row moves up as soon as its rule fires', async () => {
  const fake = await show();
  await act(async () => fake.update({ agents: [{ ...luis, severity: 'alarm' }, bruno, ana] }));
  expect(users()[0]).toEqual({ user: 'luis' });
});

test('a label takes the place of the status, which the details keep verbatim', async () => {
  await show({ agents: [{ ...ana, label: 'Coffee' }] });
  expect(row('ana').textContent).toContain('Coffee');
  expect(row('ana').textContent).not.toContain('PAUSE - BREAK');
  await press(row('ana'));
  expect(screen.getByText('PAUSE - BREAK')).toBeDefined();
});

test('a limited pause tells what is left, near its end by the settings, and by how much it is over', async () => {
  const paused = { family: 'paused', limitMs: 15 * minuteMs, since: { atMs: 0, atLeast: false } } as const;
  await show({
    nowMs: 10 * minuteMs,
    preferences: prefer({ limitWarningMs: 5 * minuteMs }),
    agents: [
      { ...ana, ...paused },
      { ...bruno, ...paused, limitMs: 20 * minuteMs },
      { ...luis, ...paused, limitMs: 8 * minuteMs },
      anAgent({ user: 'zoe', ...paused, since: null }),
    ],
  });
  const told = (user: string) => {
    const allowance = row(user).querySelector<HTMLElement>('[data-allowance]');
    return allowance === null ? null : [allowance.textContent, allowance.dataset['allowance']];
  };
  expect(['Bruno', 'ana', 'luis', 'zoe'].map(told)).toEqual([
    ['10:00 left', 'left'],
    ['5:00 left', 'near'],
    ['+2:00 over its limit', 'over'],
    null,
  ]);
});

test('a row says what was asked for, that it is muted, and which one is me', async () => {
  await show({
    preferences: prefer({ me: 'ana' }),
    agents: [luis, { ...bruno, isMuted: true }, { ...ana, tellWhens: ['back', 'free'] }],
  });
  expect(row('ana').textContent).toContain('You will be told when back from pause, when free');
  expect(row('ana').textContent).toMatch(/^ana\s?me/);
  expect(row('Bruno').textContent).toContain('Muted');
  expect(row('luis').textContent).not.toMatch(/told|Muted|me$/);
});

test('while presenting a call says that its number is hidden', async () => {
  await show({
    preferences: prefer({ isPresenting: true }),
    agents: [luis, { ...bruno, leadId: '', maskedInCallWith: '', maskedCallerId: '' }],
  });
  expect(row('Bruno').textContent).toContain('number hidden');
  expect(row('luis').textContent).not.toContain('hidden');
});
