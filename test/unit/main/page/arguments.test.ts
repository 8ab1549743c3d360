import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { argumentsOf } from '../../../../src/main/page/arguments.ts';
import type { RequestChannel } from '../../../../src/shared/bridge.ts';
import { defaultSettings, type Preferences } from '../../../../src/shared/settings.ts';
import { anySettings } from '../../../fakes/any-settings.ts';

const takes = (channel: RequestChannel, argument: unknown): boolean =>
  argumentsOf[channel].safeParse(argument).success;

const aRule = {
  id: 'r1',
  isOn: true,
  whom: { kind: 'group', groupId: 'g1' },
  what: { kind: 'in-status', status: 'ESPERA', longerThanMs: 60_000 },
  holdMs: 5_000,
  severity: 'warning',
  escalation: { row: 0, icon: null, notify: 1_000, sound: null },
};
const aGroup = { id: 'g1', name: 'Sales', colour: 'blue', agentUsers: ['ana'] };
const aMeaning = { status: 'ESPERA', family: 'paused', label: 'Away', limitMs: 600_000 };

describe('the page may ask for', () => {
  it.each<[RequestChannel, unknown]>([
    ['openCrm', { agentUser: 'ana' }],
    ['muteAgent', { agentUser: 'ana', isMuted: true }],
    ['tellWhen', { agentUser: 'ana', event: 'call-ends', isArmed: false }],
    ['copyFromAgent', { agentUser: 'ana', field: 'inCallWith' }],
    ['listInbox', {}],
    ['acknowledge', { id: 7 }],
    ['acknowledge', { id: null }],
    ['clearInbox', {}],
    ['restoreInbox', {}],
    ['mute', { span: 'tomorrow' }],
    ['mute', { span: null }],
    ['testNotification', {}],
    ['exportDictionary', {}],
    ['importDictionary', { text: '' }],
    ['changePreferences', { change: {} }],
    ['changePreferences', { change: { rules: [aRule], groups: [aGroup], dictionary: [aMeaning] } }],
    ['changePreferences', { change: { thresholds: defaultSettings.thresholds, limitWarningMs: 0 } }],
    ['changePreferences', { change: { workingHours: defaultSettings.workingHours, me: null } }],
    ['changePreferences', { change: { crmTemplate: '' } }],
    ['changePreferences', { change: { crmTemplate: 'https://crm.example/{lead_id}' } }],
    ['changePreferences', { change: { isPresenting: true, hidesNumbers: true, hasSound: false } }],
    ['changePreferences', { change: { problemAfterMs: 0, nudges: false, me: 'ana' } }],
  ])('%s with %o', (channel, argument) => {
    expect(takes(channel, argument)).toBe(true);
  });

  it('any preferences that can be', () => {
    fc.assert(
      fc.property(anySettings, (settings) => {
        const { accounts, activeAccountId, tellWhens, mutedAgents, ...rest } = settings;
        const { mutedUntilMs, ...preferences } = rest;
        const change: Preferences = preferences;
        expect(argumentsOf.changePreferences.safeParse({ change })).toEqual({
          success: true,
          data: { change },
        });
      }),
    );
  });
});

describe('the page is refused', () => {
  it.each<[RequestChannel, unknown]>([
    ['openCrm', {}],
    ['openCrm', { agentUser: '' }],
    ['openCrm', { agentUser: 'ana', url: 'https://evil.example' }],
    ['muteAgent', { agentUser: 'ana' }],
    ['muteAgent', { agentUser: 'ana', isMuted: 1 }],
    ['muteAgent', { agentUser: ['ana'], isMuted: true }],
    ['tellWhen', { agentUser: 'ana', event: 'dances', isArmed: true }],
    ['tellWhen', { agentUser: 'ana', event: 'free' }],
    ['copyFromAgent', { agentUser: 'ana', field: '__proto__' }],
    ['listInbox', { from: 0 }],
    ['acknowledge', {}],
    ['acknowledge', { id: '7' }],
    ['acknowledge', { id: 1.5 }],
    ['acknowledge', { id: Number.NaN }],
    ['clearInbox', { id: 1 }],
    ['restoreInbox', null],
    ['mute', {}],
    ['mute', { span: 'forever' }],
    ['mute', { span: 60_000 }],
    ['testNotification', { title: 'mine' }],
    ['exportDictionary', { path: '/tmp/x' }],
    ['importDictionary', { text: 7 }],
    ['importDictionary', { text: 'x'.repeat(500_001) }],
    ['changePreferences', { change: { mutedUntilMs: 1 } }],
    ['changePreferences', { change: { tellWhens: [] } }],
    ['changePreferences', { change: { mutedAgents: ['ana'] } }],
    ['changePreferences', { change: { requestsPerSecond: 51 } }],
    ['changePreferences', { change: { rules: [{ ...aRule, note: 'surplus' }] } }],
    ['changePreferences', { change: { rules: [aRule, aRule] } }],
    ['changePreferences', { change: { rules: [{ ...aRule, what: { kind: 'allowance', beforeMs: 0 } }] } }],
    [
      'changePreferences',
      { change: { rules: Array.from({ length: 51 }, (_, i) => ({ ...aRule, id: `${i}` })) } },
    ],
    ['changePreferences', { change: { groups: [aGroup, { ...aGroup, name: 'Again' }] } }],
    ['changePreferences', { change: { groups: [{ ...aGroup, name: ' ' }] } }],
    ['changePreferences', { change: { dictionary: [aMeaning, { ...aMeaning, status: 'espera' }] } }],
    ['changePreferences', { change: { dictionary: [{ ...aMeaning, limitMs: 1 }] } }],
    ['changePreferences', { change: { thresholds: { paused: defaultSettings.thresholds.paused } } }],
    ['changePreferences', { change: { workingHours: { isOn: true, days: {} } } }],
    ['changePreferences', { change: { limitWarningMs: -1 } }],
    ['changePreferences', { change: { problemAfterMs: 1e9 } }],
    ['changePreferences', { change: { isPresenting: undefined } }],
    ['changePreferences', { change: { crmTemplate: 'https://crm.example/{lead' } }],
    ['changePreferences', { change: { crmTemplate: 'http://crm.example/{lead_id}' } }],
    ['changePreferences', { change: { crmTemplate: 'https://{agent}.evil/' } }],
    ['changePreferences', { change: { crmTemplate: 'javascript:alert(1)' } }],
  ])('%s with %o', (channel, argument) => {
    expect(takes(channel, argument)).toBe(false);
  });
});
