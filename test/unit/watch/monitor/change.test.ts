import { describe, expect, it } from 'vitest';
import type { ChangeKind } from '../../../../src/shared/change.ts';
import { noLiveState, type Reading } from '../../../../src/shared/reading.ts';
import { changesBetween } from '../../../../src/watch/monitor/change.ts';
import { aCall, aReading } from '../../../fakes/builders.ts';

const ready = aReading('READY');
const pause = aReading('PAUSE - BREAK');

const rows: readonly [string, Reading, Reading, readonly ChangeKind[]][] = [
  ['ready stays ready', ready, ready, []],
  ['ready gets a call', ready, aCall(), ['call-connected']],
  ['a queued call connects', aReading('QUEUE'), aCall(), ['call-connected']],
  ['a call goes on', aCall(), aCall(), []],
  ['a call is parked and goes on', aCall(), aCall('101', { status: 'PARK' }), ['status-changed']],
  ['the next lead while still in call', aCall('101'), aCall('102'), ['call-ended', 'call-connected']],
  [
    'the next number while still in call',
    aCall('', { inCallWith: '15550100001' }),
    aCall('', { inCallWith: '15550100002' }),
    ['call-ended', 'call-connected'],
  ],
  ['a lead id that appears late is the same call', aCall(''), aCall('101'), []],
  ['a lead id with zeros before it is the same call', aCall('101'), aCall('00101'), []],
  [
    'a number spelt otherwise is the same call',
    aCall(''),
    aCall('', { inCallWith: 'sip:5550100123@a:5060' }),
    [],
  ],
  [
    'an id beyond 2^53 one higher is the next call',
    aCall('9007199254740993'),
    aCall('9007199254740992'),
    ['call-ended', 'call-connected'],
  ],
  ['a number that vanishes is the same call', aCall('101'), aCall('101', { inCallWith: '' }), []],
  ['a call ends in wrap-up', aCall(), aReading('DISPOSITION'), ['call-ended']],
  ['a call ends in ready', aCall(), ready, ['call-ended']],
  ['the customer hangs up', aCall(), aReading('DEAD', { leadId: '101' }), ['call-ended']],
  ['a dead mark is taken back', aReading('DEAD', { leadId: '101' }), aCall('101'), ['status-changed']],
  ['a new call after a dead one', aReading('DEAD', { leadId: '101' }), aCall('102'), ['call-connected']],
  ['ready goes to pause', ready, pause, ['status-changed']],
  ['the pause reason changes', pause, aReading('PAUSE - LUNCH BREAK'), ['status-changed']],
  ['only the spelling changes', aReading('IN CALL'), aReading('In_Call'), []],
  ['logs out from ready', ready, noLiveState, ['went-offline']],
  ['logs out in a call', aCall(), noLiveState, ['call-ended', 'went-offline']],
  ['logs in to pause', noLiveState, pause, ['came-online']],
  ['logs in and is in a call at once', noLiveState, aCall(), ['came-online', 'call-connected']],
  ['two ways of saying offline', noLiveState, aReading('LOGGED OUT'), []],
  ['an unknown word appears', ready, aReading('COACHING'), ['status-changed']],
];

describe('what happened between two readings', () => {
  it.each(rows)('%s', (_name, from, to, kinds) => {
    expect(changesBetween(from, to)).toEqual(kinds);
  });
});
