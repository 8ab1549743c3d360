import { expect, test } from 'vitest';
import { newlyConnected } from '../../../../../src/renderer/screens/agents/newly-connected.ts';
import { anAgent } from '../../fake-croco.ts';

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
