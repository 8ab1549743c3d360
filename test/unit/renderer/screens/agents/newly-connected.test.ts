import { expect, test } from 'vitest';
import { newlyConnected } from '../../../../../src/renderer/screens/agents/newly-connected.ts';
import { anAgent } from '../../fake-croco.ts';

const ready = anAgent({ user: 'ana' });
const inCall = anAgent({ user: 'ana', family: 'in-call', status: 'IN CALL' });

test.each([
  ['someone ready who is in a call now', [ready], [inCall], ['ana']],
  ['nobody while the call goes on', [inCall], [inCall], []],
  ['nobody when the call ends', [inCall], [ready], []],
  ['nobody on the first reading', [{ ...ready, phase: 'waiting' as const }], [inCall], []],
  ['nobody just added', [], [inCall], []],
])('tells of %s', (_what, before, after, users) => {
  expect(newlyConnected(before, after).map(({ user }) => user)).toEqual(users);
});
