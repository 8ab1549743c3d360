import { act, fireEvent, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { presetThresholds, type Thresholds } from '../../../../../src/shared/thresholds.ts';
import { click, flip, key, press, title } from '../../hand.ts';
import { fill, openRules, typeInto } from './open-rules.ts';

const { ours } = presetThresholds;
const own: Thresholds = { ...ours, paused: { warningMs: 120_000, alarmMs: 240_000, notifies: false } };
const pausedRed = 'Paused: red after';
const isChosen = (name: string) => screen.getByRole<HTMLInputElement>('radio', { name }).checked;
const fieldOf = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name });
const textIn = (name: string) => fieldOf(name).value;

describe('presets', () => {
  it('one is chosen as long as its numbers hold; another brings its own, and can be undone', async () => {
    const { held } = await openRules('Time limits');
    expect(isChosen('Ours')).toBe(true);
    expect(screen.queryByRole('button', { name: 'Reset to Ours' })).toBeNull();
    await fill(pausedRed, '7');
    expect(isChosen('Ours')).toBe(false);
    expect(screen.getByText('These numbers are your own.')).toBeDefined();
    await click(screen.getByRole('radio', { name: 'VICIdial' }));
    expect(textIn('Paused: amber after')).toBe('1:00');
    expect(textIn('Dead call: amber after')).toBe('');
    await press('Undo');
    expect(held().thresholds).toEqual({ ...ours, paused: { ...ours.paused, alarmMs: 420_000 } });
  });

  it('are come back to by a reset, and from there by Undo, also from another screen', async () => {
    const { held } = await openRules('Time limits', { thresholds: own });
    await press('Reset to Ours');
    expect(held().thresholds).toEqual(ours);
    expect(screen.queryByRole('button', { name: 'Reset to Ours' })).toBeNull();
    await press('Back');
    await press('Undo');
    expect(held().thresholds).toEqual(own);
  });
});

describe('own numbers', () => {
  it('count by Enter or once the field is left, and only if they are others', async () => {
    const { changes } = await openRules('Time limits');
    await typeInto(fieldOf(pausedRed), '20');
    expect(changes).toEqual([]);
    await act(async () => fireEvent.keyDown(fieldOf(pausedRed), { key: 'Enter' }));
    expect(textIn(pausedRed)).toBe('20:00');
    await fill(pausedRed, '20:00');
    await fill('Dead call: amber after', '');
    await fill('In call: red after', '99:00:00');
    const paused = { ...ours.paused, alarmMs: 1_200_000 };
    const dead = { ...ours.dead, warningMs: null };
    const inCall = { ...ours['in-call'], alarmMs: 12 * 60 * 60_000 };
    expect(changes).toEqual([
      { thresholds: { ...ours, paused } },
      { thresholds: { ...ours, paused, dead } },
      { thresholds: { ...ours, paused, dead, 'in-call': inCall } },
    ]);
  });

  it('that are no time are told of at the field, and put back by Escape, which stays', async () => {
    const { changes } = await openRules('Time limits');
    await fill(pausedRed, 'soon');
    expect(fieldOf(pausedRed).getAttribute('aria-invalid')).toBe('true');
    const message = screen.getByText('Type minutes, or minutes and seconds, as in 5 or 1:30.');
    expect(fieldOf(pausedRed).getAttribute('aria-describedby')?.split(' ')).toContain(message.id);
    await act(async () => fieldOf(pausedRed).focus());
    await key('Escape');
    expect(title()).toBe('Rules');
    expect(textIn(pausedRed)).toBe('15:00');
    expect(changes).toEqual([]);
  });

  it('whose amber never shows say so, and red that never comes cannot notify', async () => {
    const { held } = await openRules('Time limits');
    expect(screen.queryByText(/amber never shows/)).toBeNull();
    await fill(pausedRed, '5');
    expect(screen.getByText('Paused: amber never shows, because red comes first.')).toBeDefined();
    const ready = () => screen.getByRole<HTMLInputElement>('switch', { name: 'Ready: notify when red' });
    expect(ready().disabled).toBe(true);
    await fill('Ready: red after', '10');
    expect(ready().disabled).toBe(false);
    await click(ready());
    expect(held().thresholds.ready).toEqual({ warningMs: 300_000, alarmMs: 600_000, notifies: true });
  });
});

it('the warning before a limit is a time of up to an hour, and never left open', async () => {
  const { changes } = await openRules('Time limits');
  await fill('Warn before the limit', '2:00:00');
  await fill('Warn before the limit', '');
  expect(screen.getByText('Type a time; 0:00 is at once.')).toBeDefined();
  expect(changes).toEqual([{ limitWarningMs: 3_600_000 }]);
});

it('reminders for me are switched, and say so while nobody is me yet', async () => {
  const fake = await openRules('Time limits');
  await flip('Remind me when I am still paused or in wrap-up');
  expect(fake.changes).toEqual([{ nudges: false }]);
  const noMe = /does not know yet which agent you are/;
  expect(screen.getByText(noMe)).toBeDefined();
  await act(async () => fake.update({ preferences: { ...fake.view.preferences, me: 'ana.ruiz' } }));
  expect(screen.queryByText(noMe)).toBeNull();
});
