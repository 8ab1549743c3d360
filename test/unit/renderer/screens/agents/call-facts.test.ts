import { expect, test } from 'vitest';
import { callFacts, hasCustomer } from '../../../../../src/renderer/screens/agents/call-facts.ts';
import { anAgent } from '../../../../fakes/a-view.ts';

const call = anAgent({
  user: 'ana',
  family: 'in-call',
  campaignId: 'C1',
  campaignName: 'Spring',
  maskedInCallWith: '•••4821',
  maskedCallerId: '•••0199',
  callType: 'DIALER',
});

test.each([
  ['campaign, number and type', call, null, ['Spring', '•••4821', 'DIALER']],
  ['the ID of a campaign without a name', { ...call, campaignName: '' }, null, ['C1', '•••4821', 'DIALER']],
  [
    'no caller ID in place of a customer: it may be the campaign’s own',
    { ...call, maskedInCallWith: '' },
    null,
    ['Spring', 'DIALER'],
  ],
  ['nothing where there is nothing', anAgent({ user: 'ana' }), null, []],
  [
    'that the number is hidden',
    { ...call, maskedInCallWith: '', maskedCallerId: '' },
    'hidden',
    ['Spring', 'hidden', 'DIALER'],
  ],
  ['no hidden number where there is no customer', anAgent({ user: 'ana' }), 'hidden', []],
  ['a hidden number even when one slipped through', call, 'hidden', ['Spring', 'hidden', 'DIALER']],
] as const)('tells %s', (_what, agent, hidden, facts) => {
  expect(callFacts(agent, hidden)).toEqual(facts);
});

test.each([
  [{}, false],
  [{ maskedCallerId: '•••0199' }, false],
  [{ leadId: '7' }, true],
  [{ vendorLeadCode: 'a' }, true],
  [{ maskedInCallWith: '•••1' }, true],
])('with %j there is a customer to act on: %j', (part, expected) => {
  expect(hasCustomer(anAgent({ user: 'ana', ...part }))).toBe(expected);
});
