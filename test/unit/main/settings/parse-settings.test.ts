import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatSettings, parseSettings } from '../../../../src/main/settings/parse-settings.ts';
import { mostMeanings } from '../../../../src/shared/dictionary.ts';
import { mostGroups, mostListedAgents, mostOwnRules, type OwnRule } from '../../../../src/shared/rules.ts';
import { defaultSettings, type Settings } from '../../../../src/shared/settings.ts';
import { mostTellWhens } from '../../../../src/shared/tell-when.ts';
import { aRule as anOwnRule } from '../../../fakes/alert-world.ts';
import { anySettings } from '../../../fakes/any-settings.ts';
import { aMeaning as aPlainMeaning } from '../../../fakes/builders.ts';
import { settings } from '../../../fixtures/first-edition.ts';

const file = JSON.parse(formatSettings(settings));
const [account] = file.accounts;
const fields = (Object.keys(settings) as (keyof Settings)[]).filter(
  (field) => field !== 'accounts' && field !== 'keychainEntries',
);
/** What cannot be read hides what it would hide. */
const privacy: readonly (keyof Settings)[] = ['isPresenting', 'hidesNumbers'];

const read = (changes: object): Settings => {
  const parsed = parseSettings({ ...file, ...changes });
  if (!parsed.ok) throw new Error(parsed.error);
  return parsed.value;
};
const readAccount = (changes: object) => read({ accounts: [{ ...account, ...changes }] }).accounts[0];

const aRule = (id: string, more: object = {}): OwnRule => ({
  ...anOwnRule({ kind: 'nobody-ready', longerThanMs: 60_000 }, { id }),
  ...more,
});
const aGroup = (id: string, more: object = {}) => ({
  id,
  name: 'Sales',
  colour: 'blue' as const,
  agentUsers: ['ana'],
  ...more,
});
const away = { family: 'paused', label: 'Away', limitMs: 600_000 } as const;
const aMeaning = (status: string, more: object = {}) => aPlainMeaning(status, { ...away, ...more });

const free = { agentUser: 'ana', event: 'free' };
const sat = { fromMin: 600, toMin: 840 };
const back = { agentUser: 'ana', event: 'back' };

describe('a settings file', () => {
  it('reads back as it was written, every setting', () => {
    expect(read({})).toEqual(settings);
    fc.assert(
      fc.property(anySettings, (any) => {
        expect(parseSettings(JSON.parse(formatSettings(any)))).toEqual({ ok: true, value: any });
      }),
    );
  });

  it('holds only what settings are made of', () => {
    const careless = { ...settings, accounts: [{ ...account, password: 'hunter2' }], password: 'hunter2' };
    expect(formatSettings(careless)).not.toContain('hunter2');
    expect(read({ colour: 'green' })).toEqual(settings);
  });

  it.each([
    ['nothing', null],
    ['a list', []],
    ['no version', { ...settings }],
    ['a version that is no number', { ...file, version: '1' }],
    ['no accounts', { ...file, accounts: undefined }],
    ['an account without a user', { ...file, accounts: [{ ...account, apiUser: '' }] }],
    ['an account without an address', { ...file, accounts: [{ ...account, baseUrl: undefined }] }],
    ['a plain address', { ...file, accounts: [{ ...account, baseUrl: 'http://acme.example' }] }],
  ])('with %s is invalid', (_what, value) => {
    expect(parseSettings(value)).toEqual({ ok: false, error: 'invalid' });
  });

  it('of a newer version is left to the newer app', () => {
    expect(parseSettings({ version: 2, accounts: 'moved' })).toEqual({ ok: false, error: 'newer-version' });
  });

  it('from before a setting was has its default', () => {
    const { version, accounts, theme } = file;
    expect(parseSettings({ version, accounts, theme })).toEqual({
      ok: true,
      value: { ...defaultSettings, accounts, keychainEntries: settings.keychainEntries, theme },
    });
  });

  it.each(fields)('with %s missing or broken has the default there, and loses nothing else', (field) => {
    for (const broken of [undefined, Symbol('broken'), 'broken\n'.repeat(400), { broken: 1 }]) {
      const safe = privacy.includes(field) && broken !== undefined ? true : defaultSettings[field];
      expect(read({ [field]: broken })).toEqual({ ...settings, [field]: safe });
    }
  });

  it.each<[keyof Settings, unknown, unknown]>([
    ['intervalMs', 1, 3_000],
    ['intervalMs', 4_000.4, 4_000],
    ['requestsPerSecond', 0, 1],
    ['requestsPerSecond', 51, 50],
    [
      'notify',
      { 'call-connected': 1, 'call-ended': true },
      { ...defaultSettings.notify, 'call-ended': true },
    ],
    ['limitWarningMs', 3_600_001, defaultSettings.limitWarningMs],
    ['problemAfterMs', 0.5, defaultSettings.problemAfterMs],
    ['mutedUntilMs', Number.POSITIVE_INFINITY, null],
    ['me', ' ana ', 'ana'],
    ['listView', { sort: 'random', isGrouped: true, collapsed: [] }, defaultSettings.listView],
    ['pinned', ['ana', 7, ' ', 'ana', 'Ben'], ['ana', 'Ben']],
    ['mutedAgents', ['ana', 7, 'ana', ' ana ', '', 'ben'], ['ana', 'ben']],
    ['tellWhens', [free, free, { agentUser: 'ana', event: 'dances' }, back, null], [free, back]],
    ['groups', [aGroup('g1'), aGroup('g1', { name: 'Again' }), aGroup('g2', { name: '' })], [aGroup('g1')]],
    // Older files have no colours: those that have none get one by their order.
    [
      'groups',
      [aGroup('a', { colour: undefined }), aGroup('b', { colour: 'pink' }), aGroup('c', { colour: 'puce' })],
      [aGroup('a', { colour: 'blue' }), aGroup('b', { colour: 'pink' }), aGroup('c', { colour: 'violet' })],
    ],
    [
      'dictionary',
      [aMeaning('Pausa Café'), aMeaning('PAUSA CAFE', { label: 'Again' }), aMeaning('')],
      [aMeaning('Pausa Café')],
    ],
    ['dictionary', [aMeaning('🙂'.repeat(60))], [aMeaning('🙂'.repeat(60))]],
    [
      'thresholds',
      { paused: { warningMs: 1, alarmMs: null, notifies: false }, dead: { warningMs: 'soon' }, lunch: 1 },
      { ...defaultSettings.thresholds, paused: { warningMs: 1, alarmMs: null, notifies: false } },
    ],
    [
      'workingHours',
      { isOn: true, days: { sat, sun: null, mon: { fromMin: -5, toMin: 3 } }, zone: 1 },
      { isOn: true, days: { ...defaultSettings.workingHours.days, sat } },
    ],
  ])('with %s %j reads %j', (field, value, expected) => {
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
  ])('loses a rule with %s, and that one only', (_what, bad) => {
    expect(read({ rules: [aRule('r1'), bad, aRule('r2')] }).rules).toEqual([aRule('r1'), aRule('r2')]);
  });

  it('holds no more of anything than the app can make', () => {
    const many = <T>(make: (name: string) => T) => Array.from({ length: 3_000 }, (_, i) => make(`n${i}`));
    const lists = read({
      rules: many((name) => aRule(name)),
      groups: many((name) => aGroup(name)),
      tellWhens: many((agentUser) => ({ agentUser, event: 'free' })),
      mutedAgents: many((name) => name),
      pinned: many((name) => name),
      dictionary: many((name) => aMeaning(name)),
    });
    expect(lists).toMatchObject({
      rules: { length: mostOwnRules },
      groups: { length: mostGroups },
      tellWhens: { length: mostTellWhens },
      mutedAgents: { length: mostListedAgents },
      pinned: { length: mostListedAgents },
      dictionary: { length: mostMeanings },
    });
  });

  it('never throws, whatever it holds', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true }), fc.object(), (anything, more) => {
        parseSettings(anything);
        parseSettings({ ...file, ...more });
        parseSettings({ ...file, accounts: [{ ...account, ...more }] });
      }),
    );
  });
});

describe('an account in a settings file', () => {
  it('is read as far as it can be', () => {
    const agentUsers = ['an\u200ba', 7, '', ' ana ', 'Ana', '\u202e', 'x'.repeat(101), 'y'.repeat(100)];
    expect(readAccount({ method: 'put', format: 'csv', agentUsers })).toMatchObject({
      method: 'post',
      format: 'json',
      agentUsers: ['ana', 'y'.repeat(100)],
    });
  });

  it('may have any number of agents', () => {
    const agentUsers = Array.from({ length: mostListedAgents + 1 }, (_, index) => `agent${index}`);
    expect(readAccount({ agentUsers })?.agentUsers).toEqual(agentUsers);
  });

  it('is named by where its password goes, whatever the file says', () => {
    const accounts = [{ ...account, baseUrl: 'https://evil.example/goAPIv2' }];
    expect(read({ accounts }).accounts[0]?.id).toBe('api@evil.example');
    expect(read({ accounts }).activeAccountId).toBeNull();
  });

  it('is there once', () => {
    expect(read({ accounts: [account, account] }).accounts).toHaveLength(1);
  });
});
