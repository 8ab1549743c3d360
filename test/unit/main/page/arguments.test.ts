import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { argumentsOf } from '../../../../src/main/page/arguments.ts';
import type { RequestChannel } from '../../../../src/shared/bridge.ts';
import { defaultSettings, type Preferences } from '../../../../src/shared/settings.ts';
import { aRule } from '../../../fakes/alert-world.ts';
import { anySettings } from '../../../fakes/any-settings.ts';
import { aDraft } from '../../../fakes/builders.ts';

const takes = (channel: RequestChannel, argument: unknown): boolean =>
  argumentsOf[channel].safeParse(argument).success;

const anOwnRule = aRule({ kind: 'in-status', status: 'ESPERA', longerThanMs: 60_000 });
const fiftyOne = Array.from({ length: 51 }, (_, index) => ({ ...anOwnRule, id: `${index}` }));
const aGroup = { id: 'g1', name: 'Sales', colour: 'blue', agentUsers: ['ana'] };
const aMeaning = { status: 'ESPERA', family: 'paused', label: 'Away', limitMs: 600_000 };

describe('the page may ask for', () => {
  it.each<[RequestChannel, unknown]>([
    ['acknowledge', { id: null }],
    ['mute', { span: null }],
    ['importDictionary', { text: '' }],
    ['changePreferences', { change: {} }],
  ])('%s with %o', (channel, argument) => {
    expect(takes(channel, argument)).toBe(true);
  });

  it('any preferences that can be', () => {
    fc.assert(
      fc.property(anySettings, (settings) => {
        const { accounts, activeAccountId, tellWhens, mutedAgents, ...rest } = settings;
        const { mutedUntilMs, knownProxies, keychainEntries, refusedAccounts, ...preferences } = rest;
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
    ['getState', { surplus: 1 }],
    ['getState', undefined],
    ['connectAccount', { draft: { ...aDraft(), intervalMs: 10 } }],
    ['connectAccount', { draft: { ...aDraft(), method: 'put' } }],
    ['connectAccount', { draft: { ...aDraft(), agentUsers: [''] } }],
    ['signIn', { password: '' }],
    ['addAgents', { agentUsers: 'ana' }],
    ['removeAgent', { agentUser: 'x'.repeat(101) }],
    ['getRoster', {}],
    ['keepDrifted', { agentUsers: 'ana' }],
    ['setPaused', { isPaused: 'yes' }],
    ['openCrm', {}],
    ['openCrm', { agentUser: '' }],
    ['openCrm', { agentUser: 'ana', url: 'https://evil.example' }],
    ['muteAgent', { agentUser: 'ana', isMuted: 1 }],
    ['muteAgent', { agentUser: ['ana'], isMuted: true }],
    ['tellWhen', { agentUser: 'ana', event: 'dances', isArmed: true }],
    ['copyFromAgent', { agentUser: 'ana', field: '__proto__' }],
    ['copyFromAgent', { agentUser: 'ana', field: 'callerId' }],
    ['listInbox', { from: 0 }],
    ['acknowledge', { id: '7' }],
    ['acknowledge', { id: 1.5 }],
    ['clearInbox', { id: 1 }],
    ['restoreInbox', null],
    ['mute', { span: 'forever' }],
    ['mute', { span: 60_000 }],
    ['testNotification', { title: 'mine' }],
    ['exportDictionary', { path: '/tmp/x' }],
    ['importDictionary', { text: 7 }],
    ['importDictionary', { text: 'x'.repeat(500_001) }],
    ['changePreferences', { change: { accounts: [] } }],
    ['changePreferences', { change: { notify: { 'call-connected': true } } }],
    ['changePreferences', { change: { pinned: [''] } }],
    ['changePreferences', { change: { listView: { sort: 'name' } } }],
    ['changePreferences', { change: { mutedUntilMs: 1 } }],
    ['changePreferences', { change: { tellWhens: [] } }],
    ['changePreferences', { change: { mutedAgents: ['ana'] } }],
    ['changePreferences', { change: { requestsPerSecond: 51 } }],
    ['changePreferences', { change: { rules: [{ ...anOwnRule, note: 'surplus' }] } }],
    ['changePreferences', { change: { rules: [anOwnRule, anOwnRule] } }],
    [
      'changePreferences',
      { change: { rules: [{ ...anOwnRule, what: { kind: 'allowance', beforeMs: 0 } }] } },
    ],
    ['changePreferences', { change: { rules: fiftyOne } }],
    ['changePreferences', { change: { groups: [aGroup, { ...aGroup, name: 'Again' }] } }],
    ['changePreferences', { change: { groups: [{ ...aGroup, name: ' ' }] } }],
    ['changePreferences', { change: { groups: [{ ...aGroup, colour: 'red' }] } }],
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
  ])('%s with %o', (channel, argument) => {
    expect(takes(channel, argument)).toBe(false);
  });
});
