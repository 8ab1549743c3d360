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
    ['agent:open-crm', { agentUser: 'ana' }],
    ['agent:mute', { agentUser: 'ana', isMuted: true }],
    ['agent:tell-when', { agentUser: 'ana', event: 'call-ends', isArmed: false }],
    ['agent:copy', { agentUser: 'ana', field: 'inCallWith' }],
    ['inbox:list', {}],
    ['inbox:acknowledge', { id: 7 }],
    ['inbox:acknowledge', { id: null }],
    ['inbox:clear', {}],
    ['inbox:restore', {}],
    ['alerts:mute', { span: 'tomorrow' }],
    ['alerts:mute', { span: null }],
    ['alerts:test', {}],
    ['dictionary:export', {}],
    ['dictionary:import', { text: '' }],
    ['preferences:change', { change: {} }],
    ['preferences:change', { change: { rules: [aRule], groups: [aGroup], dictionary: [aMeaning] } }],
    ['preferences:change', { change: { thresholds: defaultSettings.thresholds, limitWarningMs: 0 } }],
    ['preferences:change', { change: { workingHours: defaultSettings.workingHours, me: null } }],
    ['preferences:change', { change: { crmTemplate: '' } }],
    ['preferences:change', { change: { crmTemplate: 'https://crm.example/{lead_id}' } }],
    ['preferences:change', { change: { isPresenting: true, hidesNumbers: true, hasSound: false } }],
    ['preferences:change', { change: { problemAfterMs: 0, nudges: false, me: 'ana' } }],
  ])('%s with %o', (channel, argument) => {
    expect(takes(channel, argument)).toBe(true);
  });

  it('any preferences that can be', () => {
    fc.assert(
      fc.property(anySettings, (settings) => {
        const { accounts, activeAccountId, tellWhens, mutedAgents, ...rest } = settings;
        const { mutedUntilMs, ...preferences } = rest;
        const change: Preferences = preferences;
        expect(argumentsOf['preferences:change'].safeParse({ change })).toEqual({
          success: true,
          data: { change },
        });
      }),
    );
  });
});

describe('the page is refused', () => {
  it.each<[RequestChannel, unknown]>([
    ['agent:open-crm', {}],
    ['agent:open-crm', { agentUser: '' }],
    ['agent:open-crm', { agentUser: 'ana', url: 'https://evil.example' }],
    ['agent:mute', { agentUser: 'ana' }],
    ['agent:mute', { agentUser: 'ana', isMuted: 1 }],
    ['agent:mute', { agentUser: ['ana'], isMuted: true }],
    ['agent:tell-when', { agentUser: 'ana', event: 'dances', isArmed: true }],
    ['agent:tell-when', { agentUser: 'ana', event: 'free' }],
    ['agent:copy', { agentUser: 'ana', field: '__proto__' }],
    ['inbox:list', { from: 0 }],
    ['inbox:acknowledge', {}],
    ['inbox:acknowledge', { id: '7' }],
    ['inbox:acknowledge', { id: 1.5 }],
    ['inbox:acknowledge', { id: Number.NaN }],
    ['inbox:clear', { id: 1 }],
    ['inbox:restore', null],
    ['alerts:mute', {}],
    ['alerts:mute', { span: 'forever' }],
    ['alerts:mute', { span: 60_000 }],
    ['alerts:test', { title: 'mine' }],
    ['dictionary:export', { path: '/tmp/x' }],
    ['dictionary:import', { text: 7 }],
    ['dictionary:import', { text: 'x'.repeat(500_001) }],
    ['preferences:change', { change: { mutedUntilMs: 1 } }],
    ['preferences:change', { change: { tellWhens: [] } }],
    ['preferences:change', { change: { mutedAgents: ['ana'] } }],
    ['preferences:change', { change: { requestsPerSecond: 51 } }],
    ['preferences:change', { change: { rules: [{ ...aRule, note: 'surplus' }] } }],
    ['preferences:change', { change: { rules: [aRule, aRule] } }],
    ['preferences:change', { change: { rules: [{ ...aRule, what: { kind: 'allowance', beforeMs: 0 } }] } }],
    [
      'preferences:change',
      { change: { rules: Array.from({ length: 51 }, (_, i) => ({ ...aRule, id: `${i}` })) } },
    ],
    ['preferences:change', { change: { groups: [aGroup, { ...aGroup, name: 'Again' }] } }],
    ['preferences:change', { change: { groups: [{ ...aGroup, name: ' ' }] } }],
    ['preferences:change', { change: { dictionary: [aMeaning, { ...aMeaning, status: 'espera' }] } }],
    ['preferences:change', { change: { dictionary: [{ ...aMeaning, limitMs: 1 }] } }],
    ['preferences:change', { change: { thresholds: { paused: defaultSettings.thresholds.paused } } }],
    ['preferences:change', { change: { workingHours: { isOn: true, days: {} } } }],
    ['preferences:change', { change: { limitWarningMs: -1 } }],
    ['preferences:change', { change: { problemAfterMs: 1e9 } }],
    ['preferences:change', { change: { isPresenting: undefined } }],
    ['preferences:change', { change: { crmTemplate: 'https://crm.example/{lead' } }],
    ['preferences:change', { change: { crmTemplate: 'http://crm.example/{lead_id}' } }],
    ['preferences:change', { change: { crmTemplate: 'https://{agent}.evil/' } }],
    ['preferences:change', { change: { crmTemplate: 'javascript:alert(1)' } }],
  ])('%s with %o', (channel, argument) => {
    expect(takes(channel, argument)).toBe(false);
  });
});
