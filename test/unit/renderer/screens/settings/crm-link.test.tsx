import { act, fireEvent, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { flip, key, write } from '../../hand.ts';
import { openSettings } from '../../open-settings.ts';

const label = 'Address of a lead in your CRM';
const good = 'https://crm.example.com/{lead_id}?code={vendor_lead_code}&n={in_call_with}';
const field = () => screen.getByLabelText(label);
const blur = () =>
  act(async () => {
    field().focus();
    field().blur();
  });

it('shows the address of a made-up call and what is replaced, and is saved when done typing', async () => {
  const fake = await openSettings();
  expect(
    [...screen.getByRole('list', { name: 'What is replaced' }).children].map((item) => item.textContent),
  ).toEqual(['{lead_id}', '{vendor_lead_code}', '{in_call_with}', '{campaign_id}', '{agent}']);
  await write(label, ` ${good} `);
  expect(
    screen.getByText('https://crm.example.com/7890123?code=abc%2F123%2045&n=%2B15550104477'),
  ).toBeDefined();
  expect(fake.changes).toEqual([]);
  await blur();
  await blur();
  expect(fake.changes).toEqual([{ crmTemplate: good }]);
  await write(label, '');
  await act(async () => fireEvent.keyDown(field(), { key: 'Enter' }));
  expect(fake.changes.slice(1)).toEqual([{ crmTemplate: '' }]);
});

it('is saved when the screen is left at once', async () => {
  const fake = await openSettings();
  await write(label, good);
  await key('Escape');
  expect(fake.changes).toEqual([{ crmTemplate: good }]);
});

it('stays in the field with its reason where it cannot be one, and the one before in force', async () => {
  const fake = await openSettings({ preferences: { crmTemplate: good } });
  await write(label, `https://crm.example.com/${'x'.repeat(2_000)}`);
  expect(screen.getByText('It is too long to be opened. Not saved.')).toBeDefined();
  await write(label, 'http://crm.example.com/{lead_id}');
  expect(screen.getByText('It has to begin with https://. Not saved.')).toBeDefined();
  expect(screen.queryByText('For a made-up call it opens:')).toBeNull();
  await blur();
  await flip('Presenting');
  expect(field()).toHaveProperty('value', 'http://crm.example.com/{lead_id}');
  await key('Escape');
  expect(fake.changes).toEqual([{ isPresenting: true }]);
});
