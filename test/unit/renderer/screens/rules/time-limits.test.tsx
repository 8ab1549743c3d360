import { act, fireEvent, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { presetThresholds, type Thresholds } from '../../../../../src/shared/thresholds.ts';
import { click, fill, openRules, press, pressEscape, titleNow, toggle, typeInto } from './open-rules.ts';

const { ours, vicidial } = presetThresholds;
const own: Thresholds = {
  ...ours,
  paused: { warningMs: 120_000, alarmMs: 240_000, notifies: false },
  'in-call': { ...ours['in-call'], notifies: true },
};
const isChosen = (name: string) => screen.getByRole<HTMLInputElement>('radio', { name }).checked;
const textIn = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name }).value;

describe('presets', () => {
  it('one is chosen as long as its numbers hold', async () => {
    await openRules('Time limits');
    expect(isChosen('Ours')).toBe(true);
    expect(screen.queryByText('These numbers are your own.')).toBeNull();
    expect(screen.queryByRole('button', { name: 'Reset to Ours' })).toBeNull();
    await fill('Paused: red after', '7');
    expect(isChosen('Ours')).toBe(false);
    expect(screen.getByText('These numbers are your own.')).toBeDefined();
  });

  it('another one brings its numbers, keeps what notifies, and can be undone', async () => {
    const { changes, held } = await openRules('Time limits', { thresholds: own });
    await click(screen.getByRole('radio', { name: 'VICIdial' }));
    expect(changes).toEqual([
      {
        thresholds: {
          ...vicidial,
          paused: { ...vicidial.paused, notifies: false },
          'in-call': { ...vicidial['in-call'], notifies: true },
        },
      },
    ]);
    expect(textIn('Paused: amber after')).toBe('1:00');
    expect(textIn('Dead call: amber after')).toBe('');
    await press('Undo');
    expect(held().thresholds).toEqual(own);
  });

  it('resetting brings numbers and notifications back to the first ones, and can be undone', async () => {
    const { held } = await openRules('Time limits', { thresholds: own });
    await press('Reset to Ours');
    expect(held().thresholds).toEqual(ours);
    expect(screen.queryByRole('button', { name: 'Reset to Ours' })).toBeNull();
    await press('Undo');
    expect(held().thresholds).toEqual(own);
  });

  it('an undo works after the screen was left', async () => {
    const { held } = await openRules('Time limits', { thresholds: own });
    await press('Reset to Ours');
    await press('Back');
    await press('Undo');
    expect(held().thresholds).toEqual(own);
  });
});

describe('own numbers', () => {
  it.each([
    ['Paused: amber after', '2:30', 'paused', { warningMs: 150_000 }],
    ['Wrap-up: red after', '5', 'wrap-up', { alarmMs: 300_000 }],
    ['Dead call: amber after', '', 'dead', { warningMs: null }],
    ['Ready: red after', '90s', 'ready', { alarmMs: 90_000 }],
    ['In call: red after', '99:00:00', 'in-call', { alarmMs: 12 * 60 * 60_000 }],
  ] as const)('%s becomes %o', async (name, typed, family, part) => {
    const { changes } = await openRules('Time limits');
    await fill(name, typed);
    expect(changes).toEqual([{ thresholds: { ...ours, [family]: { ...ours[family], ...part } } }]);
  });

  it('count by Enter as well, and not before', async () => {
    const { changes } = await openRules('Time limits');
    const field = screen.getByRole('textbox', { name: 'Paused: red after' });
    await typeInto(field, '20');
    expect(changes).toEqual([]);
    await act(async () => fireEvent.keyDown(field, { key: 'Enter' }));
    expect(changes).toHaveLength(1);
    expect(textIn('Paused: red after')).toBe('20:00');
  });

  it('typed as they are ask for nothing', async () => {
    const { changes } = await openRules('Time limits');
    await fill('Paused: red after', '15');
    expect(textIn('Paused: red after')).toBe('15:00');
    expect(changes).toEqual([]);
  });

  it('that are no time are told of at the field and change nothing', async () => {
    const { changes } = await openRules('Time limits');
    await fill('Paused: red after', 'soon');
    const field = screen.getByRole('textbox', { name: 'Paused: red after' });
    expect(field.getAttribute('aria-invalid')).toBe('true');
    const message = screen.getByText('Type minutes, or minutes and seconds, as in 5 or 1:30.');
    expect(field.getAttribute('aria-describedby')?.split(' ')).toContain(message.id);
    expect(changes).toEqual([]);
  });

  it('typed before Escape count, and Escape leaves', async () => {
    const { changes } = await openRules('Time limits');
    const field = screen.getByRole('textbox', { name: 'Paused: red after' });
    await typeInto(field, '20');
    await pressEscape(field);
    expect(changes).toHaveLength(1);
    expect(titleNow()).toBe('Settings');
  });

  it('that are no time are put back by Escape, which stays', async () => {
    const { changes } = await openRules('Time limits');
    const field = screen.getByRole('textbox', { name: 'Paused: red after' });
    await typeInto(field, 'soon');
    await pressEscape(field);
    expect(titleNow()).toBe('Rules');
    expect(textIn('Paused: red after')).toBe('15:00');
    expect(changes).toEqual([]);
  });

  it('in quick succession do not undo each other', async () => {
    const { held, fallBehind, catchUp } = await openRules('Time limits');
    fallBehind();
    await fill('Paused: red after', '20');
    await toggle('Paused: notify when red');
    expect(textIn('Paused: red after')).toBe('20:00');
    await fill('Wrap-up: amber after', '0:45');
    await catchUp();
    expect(held().thresholds).toEqual({
      ...ours,
      paused: { ...ours.paused, alarmMs: 1_200_000, notifies: false },
      'wrap-up': { ...ours['wrap-up'], warningMs: 45_000 },
    });
    expect(textIn('Wrap-up: amber after')).toBe('0:45');
  });

  it('that main refuses are shown as they were, with a message', async () => {
    const { refuse } = await openRules('Time limits');
    refuse();
    await fill('Paused: red after', '20');
    expect(textIn('Paused: red after')).toBe('15:00');
    expect(screen.getByRole('region', { name: 'Messages' }).textContent).not.toBe('');
  });

  it('whose amber never shows say so', async () => {
    await openRules('Time limits');
    expect(screen.queryByText(/amber never shows/)).toBeNull();
    await fill('Paused: red after', '5');
    expect(screen.getByText('Paused: amber never shows, because red comes first.')).toBeDefined();
  });
});

it('red that never comes cannot notify', async () => {
  const { changes } = await openRules('Time limits');
  const ready = () => screen.getByRole<HTMLInputElement>('switch', { name: 'Ready: notify when red' });
  expect(ready().disabled).toBe(true);
  await fill('Ready: red after', '10');
  expect(ready().disabled).toBe(false);
  await toggle('Ready: notify when red');
  expect(changes.at(-1)).toEqual({
    thresholds: { ...ours, ready: { warningMs: 300_000, alarmMs: 600_000, notifies: true } },
  });
});

describe('the warning before a limit', () => {
  it('is a time of up to an hour', async () => {
    const { changes } = await openRules('Time limits');
    await fill('Warn before the limit', '3');
    await fill('Warn before the limit', '2:00:00');
    expect(changes).toEqual([{ limitWarningMs: 180_000 }, { limitWarningMs: 3_600_000 }]);
  });

  it('is never left open', async () => {
    const { changes } = await openRules('Time limits');
    await fill('Warn before the limit', '');
    expect(screen.getByText('Type a time; 0:00 is at once.')).toBeDefined();
    expect(changes).toEqual([]);
  });
});

describe('reminders for me', () => {
  const label = 'Remind me when I am still paused or in wrap-up';
  const noMe = /does not know yet which agent you are/;

  it('are switched', async () => {
    const { changes } = await openRules('Time limits');
    await toggle(label);
    await toggle(label);
    expect(changes).toEqual([{ nudges: false }, { nudges: true }]);
  });

  it('say that nobody is me yet', async () => {
    await openRules('Time limits');
    expect(screen.getByText(noMe)).toBeDefined();
  });

  it('say nothing of that once somebody is', async () => {
    await openRules('Time limits', { me: 'ana.ruiz' });
    expect(screen.queryByText(noMe)).toBeNull();
  });
});
