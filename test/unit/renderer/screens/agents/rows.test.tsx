import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { anAgent } from '../../../../fakes/a-view.ts';
import { click } from '../../hand.ts';
import { ana, bruno, luis, prefer, row, show, users } from './agents-page.ts';

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

test('a label takes the place of the status, which the details keep verbatim', async () => {
  await show({ agents: [{ ...ana, label: 'Coffee' }] });
  expect(row('ana').textContent).toContain('Coffee');
  expect(row('ana').textContent).not.toContain('PAUSE - BREAK');
  await click(row('ana'));
  expect(screen.getByText('PAUSE - BREAK')).toBeDefined();
});

test('a limited pause tells what is left, near its end by the settings, and by how much it is over', async () => {
  const paused = { ...ana, since: { atMs: 0, atLeast: false } };
  await show({
    nowMs: 10 * minuteMs,
    preferences: prefer({ limitWarningMs: 5 * minuteMs }),
    agents: [20, 15, 8].map((minutes) => ({ ...paused, user: `u${minutes}`, limitMs: minutes * minuteMs })),
  });
  const allowances = [...document.querySelectorAll<HTMLElement>('[data-allowance]')];
  expect(
    allowances.map(({ textContent, dataset }) => `${dataset['allowance']}: ${textContent}`).toSorted(),
  ).toEqual(['left: 10:00 left', 'near: 5:00 left', 'over: +2:00 over its limit']);
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
