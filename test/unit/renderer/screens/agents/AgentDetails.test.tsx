import { act, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { fail, succeed } from '../../../../../src/shared/result.ts';
import { click, noButton, press } from '../../hand.ts';
import { ana, bruno, luis, prefer, row, show } from './agents-page.ts';

const crmTemplate = 'https://crm.example.com/{lead_id}';

test('the actions of a call are those that apply', async () => {
  const fake = await show({ preferences: prefer({ crmTemplate }) });
  await click(row('Bruno'));
  const actions = screen.getByRole('group', { name: 'This call' });
  expect(
    within(actions)
      .getAllByRole('button')
      .map((one) => one.textContent),
  ).toEqual(['Copy lead ID', 'Copy number', 'Open CRM']);
  await press('Copy number');
  expect(fake.asked).toContainEqual(['copyFromAgent', { agentUser: 'Bruno', field: 'inCallWith' }]);
  expect(screen.getByText('Number copied.')).toBeDefined();
  await press('Open CRM');
  expect(fake.asked).toContainEqual(['openCrm', { agentUser: 'Bruno' }]);
  await act(async () => fake.update({ agents: [luis, { ...bruno, maskedInCallWith: '' }, ana] }));
  expect(noButton('Copy number')).toBe(true);
  await act(async () => fake.update({ agents: [luis, { ...bruno, leadId: '' }, ana] }));
  expect(noButton('Copy lead ID')).toBe(true);
});

test('without a CRM link there is nothing to open, and without a call nothing to do', async () => {
  const fake = await show();
  await click(row('Bruno'));
  expect(noButton('Open CRM')).toBe(true);
  await act(async () => fake.update({ preferences: prefer({ crmTemplate }) }));
  expect(noButton('Open CRM')).toBe(false);
  await click(row('luis'));
  expect(noButton(/CRM|Copy/)).toBe(true);
});

test('what could not be opened or copied says why, and is not claimed to have been', async () => {
  await show(
    { preferences: prefer({ crmTemplate }) },
    {
      openCrm: () => Promise.resolve(fail({ kind: 'crm', reason: 'too-long' })),
      copyFromAgent: () => Promise.resolve(fail({ kind: 'invalid-request' })),
    },
  );
  await click(row('Bruno'));
  await press('Open CRM');
  expect(screen.getByText(/CRM link is too long to be opened/)).toBeDefined();
  await press('Copy lead ID');
  expect(screen.queryByText('Lead ID copied.')).toBeNull();
  expect(screen.getByText(/could not read this request/)).toBeDefined();
});

const told = () =>
  within(screen.getByRole('group', { name: 'Tell me' }))
    .getAllByRole('button')
    .map((one) => [one.textContent, one.getAttribute('aria-pressed')]);

test('one can ask to be told of what may come next, and take it back', async () => {
  const fake = await show();
  await click(row('ana'));
  expect(told()).toEqual([
    ['when free', 'false'],
    ['when back from pause', 'false'],
  ]);
  await press('when back from pause');
  const asked = { agentUser: 'ana', event: 'back' };
  expect(fake.asked).toContainEqual(['tellWhen', { ...asked, isArmed: true }]);
  await act(async () => fake.update({ agents: [luis, bruno, { ...ana, tellWhens: ['back'] }] }));
  await press('when back from pause');
  expect(fake.asked).toContainEqual(['tellWhen', { ...asked, isArmed: false }]);
});

test('what was asked for stays in sight when it makes sense no more', async () => {
  await show({ agents: [{ ...bruno, tellWhens: ['back'] }, luis] });
  await click(row('Bruno'));
  expect(told()).toEqual([
    ['when free', 'false'],
    ['when back from pause', 'true'],
    ['when the call ends', 'false'],
  ]);
  await click(row('luis'));
  expect(screen.queryByRole('group', { name: 'Tell me' })).toBeNull();
});

test('an agent is muted and heard again, marked as me and as not me again', async () => {
  const fake = await show();
  await click(row('ana'));
  await press('Mute this agent');
  expect(fake.asked).toContainEqual(['muteAgent', { agentUser: 'ana', isMuted: true }]);
  await act(async () => fake.update({ agents: [luis, bruno, { ...ana, isMuted: true }] }));
  await press('Unmute');
  expect(fake.asked).toContainEqual(['muteAgent', { agentUser: 'ana', isMuted: false }]);
  await press('This is me');
  expect(fake.asked).toContainEqual(['changePreferences', { change: { me: 'ana' } }]);
  await act(async () => fake.update({ preferences: prefer({ me: 'ana' }) }));
  await press('Not me');
  expect(fake.asked).toContainEqual(['changePreferences', { change: { me: null } }]);
});

const reveal = () => Promise.resolve(succeed({ inCallWith: '600114821', callerId: '910550199' }));

test('while presenting, a customer is neither seen nor reached', async () => {
  const fake = await show({ preferences: prefer({ crmTemplate }) }, { revealAgent: reveal });
  await click(row('Bruno'));
  await press('Show number');
  expect(screen.getByText('600114821')).toBeDefined();
  const hidden = { ...bruno, leadId: '', vendorLeadCode: '', maskedInCallWith: '', maskedCallerId: '' };
  await act(async () =>
    fake.update({
      preferences: prefer({ crmTemplate, isPresenting: true }),
      agents: [luis, hidden, ana],
    }),
  );
  expect(screen.getAllByText('hidden')).toHaveLength(7);
  expect(screen.queryByText('600114821')).toBeNull();
  expect(noButton(/^(Show number|Copy|Open CRM)/)).toBe(true);
  await act(async () => fake.update({ preferences: prefer({ crmTemplate }), agents: [luis, bruno, ana] }));
  expect(screen.queryByText('600114821')).toBeNull();
  expect(noButton('Show number')).toBe(false);
});

test('only the caller known, the number is shown from there', async () => {
  await show({ agents: [{ ...bruno, maskedInCallWith: '' }] }, { revealAgent: reveal });
  await click(row('Bruno'));
  await press('Show number');
  expect(screen.getByText('910550199')).toBeDefined();
});
