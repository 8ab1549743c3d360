import { act, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { AgentView } from '../../../../../src/shared/app-view.ts';
import { click, press, title } from '../../hand.ts';
import { ana, bruno, goTo, luis, prefer, row, show } from './agents-page.ts';

const call: AgentView = { ...bruno, campaignName: 'Spring', callType: 'DIALER' };
const card = () => screen.queryByRole('region', { name: 'Call connected: Bruno' });
const theCard = () => card() ?? expect.unreachable('the card is there');
const inCard = (name: string) => within(theCard()).queryByRole('button', { name });

async function showCall() {
  const fake = await show({ agents: [luis, call, ana] });
  await goTo(fake, 'Bruno', 1);
  const become = (part: Partial<AgentView>) =>
    act(async () => fake.update({ agents: [luis, { ...call, ...part }, ana] }));
  return { fake, become };
}

test('whoever comes by the notification of a call sees it on top, with what can be done', async () => {
  const { fake } = await showCall();
  expect(theCard().textContent).toContain('Spring · •••4821 · DIALER');
  await click(inCard('Copy lead ID') ?? expect.unreachable());
  expect(fake.asked).toContainEqual(['copyFromAgent', { agentUser: 'Bruno', field: 'leadId' }]);
  expect(inCard('Copy number')).not.toBeNull();
});

test('what can be done stands once: on the card while there is one, then in the open row', async () => {
  await showCall();
  const actions = () => screen.getAllByRole('group', { name: 'This call' });
  expect(row('Bruno').getAttribute('aria-expanded')).toBe('true');
  expect(actions()).toHaveLength(1);
  expect(theCard().contains(actions()[0] ?? null)).toBe(true);
  await click(inCard('Dismiss') ?? expect.unreachable());
  expect(actions()).toHaveLength(1);
  expect(
    row('Bruno')
      .closest('li')
      ?.contains(actions()[0] ?? null),
  ).toBe(true);
});

test('the CRM is opened where there is a link, and otherwise the way to one is shown', async () => {
  const { fake } = await showCall();
  expect(inCard('Open CRM')).toBeNull();
  await act(async () => fake.update({ preferences: prefer({ crmTemplate: 'https://crm.example.com/' }) }));
  expect(inCard('Set up a CRM link')).toBeNull();
  await click(inCard('Open CRM') ?? expect.unreachable());
  expect(fake.asked).toContainEqual(['openCrm', { agentUser: 'Bruno' }]);
  await act(async () => fake.update({ preferences: prefer({}) }));
  await click(inCard('Set up a CRM link') ?? expect.unreachable());
  expect(title()).toBe('Settings');
});

test('it stays while the call goes on, and put away, also over another screen', async () => {
  const { fake, become } = await showCall();
  await press('Settings');
  await press('Back');
  await become({ vendorLeadCode: 'abc' });
  expect(card()).not.toBeNull();
  await click(inCard('Dismiss') ?? expect.unreachable());
  expect(card()).toBeNull();
  await press('Settings');
  await press('Back');
  expect(card()).toBeNull();
  await goTo(fake, 'Bruno', 2);
  expect(card()).not.toBeNull();
});

test('it leaves by itself when the call is over, and does not come back', async () => {
  const { become } = await showCall();
  await become({ family: 'wrap-up', status: 'DISPO' });
  expect(card()).toBeNull();
  await become({});
  expect(card()).toBeNull();
});

test('coming to an agent who is in no call shows no card, nor when a call follows', async () => {
  const fake = await show({ agents: [luis, call, ana] });
  await goTo(fake, 'luis', 1);
  expect(screen.queryByText(/^Call connected/)).toBeNull();
  await act(async () => fake.update({ agents: [{ ...luis, family: 'in-call' }, call, ana] }));
  expect(screen.queryByRole('region', { name: 'Call connected: luis' })).toBeNull();
});
