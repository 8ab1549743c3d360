import { expect, test } from 'vitest';
import { isSameCall, newlyConnected } from '../../../../../src/renderer/screens/agents/newly-connected.ts';
import { anAgent } from '../../../../fakes/a-view.ts';

const ready = anAgent({ user: 'ana' });
const inCall = anAgent({ user: 'ana', family: 'in-call', status: 'IN CALL' });
const dead = anAgent({ user: 'ana', family: 'dead', status: 'DEAD' });

test.each([
  ['someone ready who is in a call now', [ready], [inCall], ['ana']],
  ['nobody while the call goes on', [inCall], [inCall], []],
  [
    'someone handed the next call at once',
    [{ ...inCall, leadId: '1' }],
    [{ ...inCall, leadId: '2' }],
    ['ana'],
  ],
  ['nobody whose lead is told only later', [inCall], [{ ...inCall, leadId: '2' }], []],
  ['nobody whose call was dead for one poll', [{ ...dead, leadId: '1' }], [{ ...inCall, leadId: '1' }], []],
  ['nobody when the call ends', [inCall], [ready], []],
  ['nobody on the first reading', [{ ...ready, phase: 'waiting' as const }], [inCall], []],
  ['nobody just added', [], [inCall], []],
])('tells of %s', (_what, before, after, users) => {
  expect(newlyConnected(before, after).map(({ user }) => user)).toEqual(users);
});

const call = { ...inCall, leadId: '1', maskedInCallWith: '•••4821' };

test.each([
  ['goes on', call, call, true],
  ['goes on when its lead is told only later', { ...call, leadId: '' }, call, true],
  ['goes on when its number is hidden for presenting', call, { ...call, maskedInCallWith: '' }, true],
  ['is over with another lead', call, { ...call, leadId: '2' }, false],
  ['is over with another number', call, { ...call, maskedInCallWith: '•••9999' }, false],
  ['is over when it is dead', call, { ...call, family: 'dead' as const }, false],
  ['is over when the agent is ready', call, ready, false],
])('a call %s', (_what, before, after, isSame) => {
  expect(isSameCall(before, after)).toBe(isSame);
});
