import { describe, expect, it, vi } from 'vitest';
import { callActionsOf, createCallActions } from '../../../../src/main/alerts/call-actions.ts';
import { createWords } from '../../../../src/main/app/words.ts';
import { createAppStore } from '../../../../src/main/state/store.ts';
import { alertTopics } from '../../../../src/shared/alert.ts';
import type { RequestError } from '../../../../src/shared/bridge.ts';
import type { Reading } from '../../../../src/shared/reading.ts';
import { fail, type Result, succeed } from '../../../../src/shared/result.ts';
import { defaultSettings, type Settings } from '../../../../src/shared/settings.ts';
import { aCall, anAgent, aReading } from '../../../fakes/builders.ts';
import { createQuietLog } from '../../../fakes/quiet-log.ts';

const t = createWords().in('en');
const withCrm = { isPresenting: false, crmTemplate: 'https://crm.example.com/{lead_id}' };
const connected = { topic: 'call-connected', agentUser: 'ana' } as const;
const labelsOf = (reading: Reading | undefined, settings: Pick<Settings, 'isPresenting' | 'crmTemplate'>) =>
  callActionsOf(connected, reading, settings, t).map(({ label }) => label);

describe('the buttons of a notification', () => {
  it.each<[string, Reading | undefined, Partial<typeof withCrm>, readonly string[]]>([
    ['a whole call', aCall(), {}, ['Copy lead ID', 'Copy number', 'Open CRM']],
    ['a call without a lead', aCall(''), {}, ['Copy number', 'Open CRM']],
    ['a call without a number', aCall('7', { inCallWith: '' }), {}, ['Copy lead ID', 'Open CRM']],
    ['nobody who has a CRM', aCall(), { crmTemplate: '' }, ['Copy lead ID', 'Copy number']],
    ['a call that is over', aReading('READY', { leadId: '101' }), {}, []],
    ['an agent who is gone', undefined, {}, []],
    ['an audience', aCall(), { isPresenting: true }, []],
  ])('for %s', (_name, reading, more, labels) => {
    expect(labelsOf(reading, { ...withCrm, ...more })).toEqual(labels);
  });

  it('come with a connected call only', () => {
    for (const topic of alertTopics) {
      const actions = callActionsOf({ topic, agentUser: 'ana' }, aCall(), withCrm, t);
      expect(actions.length, topic).toBe(topic === 'call-connected' ? 3 : 0);
    }
    expect(callActionsOf({ ...connected, agentUser: null }, aCall(), withCrm, t)).toEqual([]);
  });
});

function setUp(
  now: Reading,
  { isPresenting = false, crm = succeed(null) as Result<null, RequestError> } = {},
) {
  const store = createAppStore({
    agents: new Map([['ana', anAgent('ana', now)]]),
    settings: { ...defaultSettings, isPresenting },
  });
  const copyText = vi.fn(async () => undefined);
  const openCrm = vi.fn(async () => crm);
  const openAgent = vi.fn();
  const log = createQuietLog();
  const run = createCallActions({ store, copyText, openCrm, openAgent, log });
  const actions = callActionsOf(connected, aCall(), withCrm, t);
  return {
    copyText,
    openCrm,
    openAgent,
    press: async (index: number) => {
      const action = actions[index];
      if (action === undefined) throw new Error('no such button');
      await run(action);
    },
  };
}

describe('pressing a button', () => {
  it('copies the lead, copies the whole number, opens the CRM for that agent', async () => {
    const { press, copyText, openCrm, openAgent } = setUp(aCall());
    for (const index of [0, 1, 2]) await press(index);
    expect(copyText.mock.calls).toEqual([['101'], ['15550100123']]);
    expect(openCrm.mock.calls).toEqual([['ana']]);
    expect(openAgent).not.toHaveBeenCalled();
  });

  it('works on a line that has gone dead', async () => {
    const { press, copyText } = setUp(aReading('DEAD', { leadId: '101', inCallWith: '15550100123' }));
    await press(0);
    expect(copyText).toHaveBeenCalledExactlyOnceWith('101');
  });

  it.each<[string, Reading, boolean]>([
    ['another lead', aCall('102'), false],
    ['another number', aCall('101', { inCallWith: '15550100999' }), false],
    ['no call', aReading('READY'), false],
    ['the same lead left over after the call', aReading('READY', { leadId: '101' }), false],
    ['the same call, before an audience', aCall(), true],
  ])('only opens the agent when there is %s by now', async (_name, reading, isPresenting) => {
    const { press, copyText, openCrm, openAgent } = setUp(reading, { isPresenting });
    for (const index of [0, 1, 2]) await press(index);
    expect(openAgent.mock.calls).toEqual([['ana'], ['ana'], ['ana']]);
    expect(copyText).not.toHaveBeenCalled();
    expect(openCrm).not.toHaveBeenCalled();
  });

  it('opens the agent when the CRM cannot be opened', async () => {
    const { press, openAgent } = setUp(aCall(), { crm: fail({ kind: 'crm', reason: 'not-opened' }) });
    await press(2);
    expect(openAgent).toHaveBeenCalledExactlyOnceWith('ana');
  });
});
