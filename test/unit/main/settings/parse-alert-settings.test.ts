import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatSettings, parseSettings } from '../../../../src/main/settings/parse-settings.ts';
import { mostMeanings, type StatusMeaning } from '../../../../src/shared/dictionary.ts';
import { mostGroups, mostOwnRules, type OwnRule } from '../../../../src/shared/rules.ts';
import { defaultSettings, type Settings } from '../../../../src/shared/settings.ts';
import { mostTellWhens } from '../../../../src/shared/tell-when.ts';
import { anySettings } from '../../../fakes/any-settings.ts';

const aRule = (id: string, more: object = {}): OwnRule => ({
  id,
  isOn: true,
  whom: { kind: 'everyone' },
  what: { kind: 'nobody-ready', longerThanMs: 60_000 },
  holdMs: 0,
  severity: 'alarm',
  escalation: { row: null, icon: 0, notify: 0, sound: 60_000 },
  ...more,
});
const aGroup = (id: string, more: object = {}) => ({
  id,
  name: 'Sales',
  colour: 'blue' as const,
  agentUsers: ['ana'],
  ...more,
});
const aMeaning = (status: string, more: object = {}): StatusMeaning => ({
  status,
  family: 'paused',
  label: 'Away',
  limitMs: 600_000,
  ...more,
});

/** Everything set to what it is not by itself. */
const settings: Settings = {
  ...defaultSettings,
  thresholds: { ...defaultSettings.thresholds, dead: { warningMs: 0, alarmMs: 1_000, notifies: false } },
  limitWarningMs: 60_000,
  rules: [aRule('r1')],
  groups: [aGroup('g1')],
  me: 'ana',
  nudges: false,
  tellWhens: [{ agentUser: 'ana', event: 'free' }],
  mutedAgents: ['ben'],
  mutedUntilMs: 1_700_000_000_000,
  workingHours: { isOn: true, days: { ...defaultSettings.workingHours.days, mon: null } },
  problemAfterMs: 60_000,
  crmTemplate: 'https://crm.example/{lead_id}',
  isPresenting: true,
  hidesNumbers: true,
  hasSound: false,
  dictionary: [aMeaning('ESPERA')],
};

const file = JSON.parse(formatSettings(settings));
const fields = [
  'thresholds',
  'limitWarningMs',
  'rules',
  'groups',
  'me',
  'nudges',
  'tellWhens',
  'mutedAgents',
  'mutedUntilMs',
  'workingHours',
  'problemAfterMs',
  'crmTemplate',
  'isPresenting',
  'hidesNumbers',
  'hasSound',
  'dictionary',
] as const satisfies readonly (keyof Settings)[];

const read = (changes: object): Settings => {
  const parsed = parseSettings({ ...file, ...changes });
  if (!parsed.ok) throw new Error(parsed.error);
  return parsed.value;
};

describe('the settings about alerts', () => {
  it('read back as they were written, all of them', () => {
    expect(read({})).toEqual(settings);
    for (const field of fields) expect(settings[field]).not.toEqual(defaultSettings[field]);
  });

  it('read back as they were written, whatever they are', () => {
    fc.assert(
      fc.property(anySettings, (any) => {
        expect(parseSettings(JSON.parse(formatSettings(any)))).toEqual({ ok: true, value: any });
      }),
    );
  });

  it('are the defaults in a file from before they were', () => {
    const { accounts, theme } = settings;
    expect(parseSettings({ version: 1, accounts, theme })).toEqual({
      ok: true,
      value: { ...defaultSettings, theme },
    });
  });

  it.each(fields)('%s: missing or broken, it is the default, and nothing else is lost', (field) => {
    for (const broken of [undefined, Symbol('broken'), 'broken\n'.repeat(400), { broken: 1 }]) {
      expect(read({ [field]: broken })).toEqual({ ...settings, [field]: defaultSettings[field] });
    }
  });

  it.each<[keyof Settings, unknown, unknown]>([
    ['limitWarningMs', -1, defaultSettings.limitWarningMs],
    ['limitWarningMs', 3_600_001, defaultSettings.limitWarningMs],
    ['problemAfterMs', 0.5, defaultSettings.problemAfterMs],
    ['mutedUntilMs', Number.POSITIVE_INFINITY, null],
    ['mutedUntilMs', Number.NaN, null],
    ['me', ' ana ', 'ana'],
    ['me', '', null],
    ['me', 'x'.repeat(101), null],
    ['crmTemplate', 'x'.repeat(2_001), ''],
    ['mutedAgents', ['ana', 7, 'ana', ' ana ', '', 'ben'], ['ana', 'ben']],
    [
      'tellWhens',
      [
        { agentUser: 'ana', event: 'free' },
        { agentUser: 'ana', event: 'free' },
        { agentUser: 'ana', event: 'dances' },
        { agentUser: 'ana', event: 'back' },
        null,
      ],
      [
        { agentUser: 'ana', event: 'free' },
        { agentUser: 'ana', event: 'back' },
      ],
    ],
    ['groups', [aGroup('g1'), aGroup('g1', { name: 'Again' }), aGroup('g2', { name: '' })], [aGroup('g1')]],
    [
      'dictionary',
      [aMeaning('Pausa Café'), aMeaning('PAUSA CAFE', { label: 'Again' }), aMeaning('')],
      [aMeaning('Pausa Café')],
    ],
  ])('%s: %j reads %j', (field, value, expected) => {
    expect(read({ [field]: value })[field]).toEqual(expected);
  });

  it.each([
    ['another shape', { id: 'bad' }],
    ['an unknown condition', aRule('bad', { what: { kind: 'full-moon' } })],
    ['a condition of the standard rules', aRule('bad', { what: { kind: 'allowance', beforeMs: 0 } })],
    ['nobody it is about', aRule('bad', { whom: { kind: 'agent' } })],
    ['a delay past any shift', aRule('bad', { holdMs: 1e12 })],
    ['half a ladder', aRule('bad', { escalation: { row: 0 } })],
    ['an id used before', aRule('r1', { severity: 'warning' })],
  ])('lose a rule with %s, and that one only', (_what, bad) => {
    expect(read({ rules: [aRule('r1'), bad, aRule('r2')] }).rules).toEqual([aRule('r1'), aRule('r2')]);
  });

  it('keep of thresholds and days what is good', () => {
    const { paused } = settings.thresholds;
    expect(
      read({ thresholds: { paused: { ...paused, notifies: false }, dead: { warningMs: 'soon' }, lunch: 1 } })
        .thresholds,
    ).toEqual({ ...defaultSettings.thresholds, paused: { ...paused, notifies: false } });
    const { days } = defaultSettings.workingHours;
    const sat = { fromMin: 600, toMin: 840 };
    expect(
      read({
        workingHours: { isOn: true, days: { sat, sun: null, mon: { fromMin: -5, toMin: 3 } }, zone: 1 },
      }).workingHours,
    ).toEqual({ isOn: true, days: { ...days, sat } });
  });

  it('keep a status as long as a dialler can make it', () => {
    const longest = aMeaning('🙂'.repeat(60));
    expect(read({ dictionary: [longest] }).dictionary).toEqual([longest]);
  });

  it('have no more of anything than the app can make', () => {
    const many = <T>(make: (name: string) => T) => Array.from({ length: 3_000 }, (_, i) => make(`n${i}`));
    const { rules, groups, tellWhens, mutedAgents, dictionary } = read({
      rules: many((name) => aRule(name)),
      groups: many((name) => aGroup(name)),
      tellWhens: many((agentUser) => ({ agentUser, event: 'free' })),
      mutedAgents: many((name) => name),
      dictionary: many((name) => aMeaning(name)),
    });
    expect([rules, groups, tellWhens, mutedAgents, dictionary].map(({ length }) => length)).toEqual([
      mostOwnRules,
      mostGroups,
      mostTellWhens,
      2_000,
      mostMeanings,
    ]);
  });
});
