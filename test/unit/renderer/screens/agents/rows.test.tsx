import { act, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { anAgent } from '../../fake-croco.ts';
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

test.each([
  ['what is left', 10 * minuteMs, false, '5:00 left', 'left'],
  ['at most what is left', 10 * minuteMs, true, '≤ 5:00 left', 'left'],
  ['that little is left', 13.5 * minuteMs, false, '1:30 left', 'near'],
  ['by how much it is over', 17 * minuteMs + 10_000, false, '+2:10 over its limit', 'over'],
  ['by how much at least it is over', 17 * minuteMs + 10_000, true, '≥ +2:10 over its limit', 'over'],
] as const)('a limited pause tells %s', async (_what, nowMs, atLeast, text, kind) => {
  await show({ nowMs, agents: [{ ...ana, limitMs: 15 * minuteMs, since: { atMs: 0, atLeast } }] });
  const allowance = row('ana').querySelector<HTMLElement>('[data-allowance]');
  expect(allowance?.textContent).toBe(text);
  expect(allowance?.dataset['allowance']).toBe(kind);
});

test('the warning time is the one in the settings', async () => {
  await show({
    nowMs: 10 * minuteMs,
    preferences: prefer({ limitWarningMs: 5 * minuteMs }),
    agents: [{ ...ana, limitMs: 15 * minuteMs, since: { atMs: 0, atLeast: false } }],
  });
  expect(row('ana').querySelector<HTMLElement>('[data-allowance]')?.dataset['allowance']).toBe('near');
});

test('a pause without a limit, or of unknown beginning, counts nothing down', async () => {
  await show({ agents: [ana, { ...luis, family: 'paused', limitMs: minuteMs, since: null }] });
  expect(document.querySelector('[data-allowance]')).toBeNull();
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
