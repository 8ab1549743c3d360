import { act, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fill, flip, leave, openObedient, wait } from './open-settings.tsx';

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the CRM link', () => {
  const label = 'Address of a lead in your CRM';
  const good = 'https://crm.example.com/{lead_id}?code={vendor_lead_code}&n={in_call_with}';
  const blur = () =>
    act(async () => {
      screen.getByLabelText(label).focus();
      screen.getByLabelText(label).blur();
    });

  it('shows the address of a made-up call, and is saved when done typing', async () => {
    const fake = await openObedient();
    await fill(label, ` ${good} `);
    expect(
      screen.getByText('https://crm.example.com/7890123?code=abc%2F123%2045&n=%2B15550104477'),
    ).toBeDefined();
    await wait(1_000);
    expect(fake.changes).toEqual([]);
    await blur();
    expect(fake.changes).toEqual([{ crmTemplate: good }]);
    await blur();
    expect(fake.changes).toHaveLength(1);
  });

  it('is saved by Enter', async () => {
    const fake = await openObedient();
    await fill(label, good);
    await act(async () => fireEvent.keyDown(screen.getByLabelText(label), { key: 'Enter' }));
    expect(fake.changes).toEqual([{ crmTemplate: good }]);
  });

  it('is saved when the screen is left at once', async () => {
    const fake = await openObedient();
    await fill(label, good);
    await leave();
    expect(fake.changes).toEqual([{ crmTemplate: good }]);
  });

  it('can be emptied', async () => {
    const fake = await openObedient({}, { crmTemplate: good });
    await fill(label, '');
    await blur();
    expect(fake.changes).toEqual([{ crmTemplate: '' }]);
  });

  it.each([
    ['crm.example.com/{lead_id}', 'This is not an address yet. Not saved.'],
    ['http://crm.example.com/{lead_id}', 'It has to begin with https://. Not saved.'],
    ['javascript:alert({lead_id})', 'It has to begin with https://. Not saved.'],
    [
      'https://{lead_id}.example.com/',
      'The name of the server has to be fixed: nothing in braces there, and no password. Not saved.',
    ],
    ['https://crm.example.com/{phone}', 'Something in braces is not in the list below. Not saved.'],
    [`https://crm.example.com/${'x'.repeat(2_000)}`, 'It is too long to be opened. Not saved.'],
  ])('%s stays in the field with its reason, and the one before in force', async (text, reason) => {
    const fake = await openObedient({}, { crmTemplate: good });
    await fill(label, text);
    expect(screen.getByText(reason)).toBeDefined();
    expect(screen.queryByText('For a made-up call it opens:')).toBeNull();
    await blur();
    await flip('Presenting');
    expect(screen.getByLabelText(label)).toHaveProperty('value', text);
    await leave();
    expect(fake.changes).toEqual([{ isPresenting: true }]);
  });

  it('lists what is replaced', async () => {
    await openObedient();
    const list = screen.getByRole('list', { name: 'What is replaced' });
    expect([...list.children].map((item) => item.textContent)).toEqual([
      '{lead_id}',
      '{vendor_lead_code}',
      '{in_call_with}',
      '{campaign_id}',
      '{agent}',
    ]);
  });
});
