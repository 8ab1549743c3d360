import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatSettings, parseSettings } from '../../../../src/main/settings/parse-settings.ts';
import { defaultListView, noGroupId } from '../../../../src/shared/list-view.ts';
import { parseServerAddress } from '../../../../src/shared/server-address.ts';
import { defaultSettings, type Settings } from '../../../../src/shared/settings.ts';

const account = {
  id: 'api@acme.croco-dial.net',
  baseUrl: 'https://acme.croco-dial.net/goAPIv2',
  apiUser: 'api',
  method: 'get',
  format: 'xml',
  agentUsers: ['ana', 'Ben'],
};

const settings: Settings = {
  ...defaultSettings,
  accounts: [{ ...account, method: 'get', format: 'xml' }],
  activeAccountId: account.id,
  intervalMs: 7_000,
  notify: { ...defaultSettings.notify, 'call-ended': true },
  theme: 'dark',
  language: 'es',
};

const file = { version: 1, ...settings };

const read = (changes: object): Settings => {
  const parsed = parseSettings({ ...file, ...changes });
  if (!parsed.ok) throw new Error(parsed.error);
  return parsed.value;
};

describe('a settings file', () => {
  it('reads back what was written', () => {
    expect(parseSettings(JSON.parse(formatSettings(settings)))).toEqual({ ok: true, value: settings });
  });

  it('holds only what settings are made of', () => {
    const careless = { ...settings, accounts: [{ ...account, password: 'hunter2' }], password: 'hunter2' };
    expect(formatSettings(careless as unknown as Settings)).not.toContain('hunter2');
  });

  it.each([
    ['nothing', null],
    ['a list', []],
    ['no version', { ...settings }],
    ['a version that is no number', { ...file, version: '1' }],
    ['version zero', { ...file, version: 0 }],
    ['no accounts', { ...file, accounts: undefined }],
    ['accounts that are no list', { ...file, accounts: { 0: account } }],
    ['an account without a user', { ...file, accounts: [{ ...account, apiUser: '' }] }],
    ['an account without an address', { ...file, accounts: [{ ...account, baseUrl: undefined }] }],
    [
      'an account at a plain address',
      { ...file, accounts: [{ ...account, baseUrl: 'http://acme.example' }] },
    ],
  ])('with %s is invalid', (_what, value) => {
    expect(parseSettings(value)).toEqual({ ok: false, error: 'invalid' });
  });

  it('of a newer version is left to the newer app', () => {
    expect(parseSettings({ version: 2, accounts: 'moved' })).toEqual({ ok: false, error: 'newer-version' });
  });

  it.each([
    ['intervalMs', 'fast', 5_000],
    ['intervalMs', 1, 3_000],
    ['intervalMs', 1e9, 60_000],
    ['intervalMs', 4_000.4, 4_000],
    ['intervalMs', undefined, 5_000],
    ['requestsPerSecond', 0, 1],
    ['requestsPerSecond', 51, 50],
    ['requestsPerSecond', null, 20],
    ['theme', 'sepia', 'system'],
    ['language', 'fr', null],
    ['notify', 'all', defaultSettings.notify],
    [
      'notify',
      { 'call-connected': 1, 'call-ended': true },
      { ...defaultSettings.notify, 'call-ended': true },
    ],
    ['activeAccountId', 'someone@else', null],
    ['activeAccountId', 7, null],
  ] as const)('with %s %j keeps the accounts and reads %j', (field, value, expected) => {
    const result = read({ [field]: value });
    expect(result[field]).toEqual(expected);
    expect(result.accounts).toEqual(settings.accounts);
  });

  it('reads of an account what it can', () => {
    const odd = { ...account, method: 'put', format: 'csv', agentUsers: ['ana', 7, '', 'ana', 'Ana'] };
    expect(read({ accounts: [odd] }).accounts[0]).toMatchObject({
      method: 'post',
      format: 'json',
      agentUsers: ['ana', 'Ana'],
    });
  });

  it('takes no agent that could not be removed again', () => {
    const odd = { ...account, agentUsers: [' ana ', ' ', 'ana', 'x'.repeat(101), 'y'.repeat(100)] };
    expect(read({ accounts: [odd] }).accounts[0]?.agentUsers).toEqual(['ana', 'y'.repeat(100)]);
  });

  it('names an account by where its password goes, whatever the file says', () => {
    const forged = { ...account, baseUrl: 'https://evil.example/goAPIv2' };
    const result = read({ accounts: [forged] });
    expect(result.accounts[0]?.id).toBe('api@evil.example');
    expect(result.activeAccountId).toBeNull();
  });

  it('lists an account once', () => {
    expect(read({ accounts: [account, account] }).accounts).toHaveLength(1);
  });

  it('gives groups of older files a colour by their order, and keeps those that have one', () => {
    const group = { name: 'Team', agentUsers: ['ana'] };
    const groups = [
      { ...group, id: 'a' },
      { ...group, id: 'b', colour: 'pink' },
      { ...group, id: 'c', colour: 'puce' },
    ];
    expect(read({ groups }).groups).toEqual([
      { ...group, id: 'a', colour: 'blue' },
      { ...group, id: 'b', colour: 'pink' },
      { ...group, id: 'c', colour: 'violet' },
    ]);
  });

  it.each([
    [undefined, defaultListView],
    ['grouped', defaultListView],
    [{ sort: 'random', isGrouped: true, collapsed: [] }, defaultListView],
    [
      { sort: 'longest', isGrouped: true, collapsed: ['g1', noGroupId] },
      { sort: 'longest', isGrouped: true, collapsed: ['g1', noGroupId] },
    ],
  ])('reads the view of the list %j as %j', (listView, expected) => {
    expect(read({ listView }).listView).toEqual(expected);
  });

  it('reads of those pinned what can be an agent, each once', () => {
    expect(read({ pinned: ['ana', 7, ' ', 'ana', 'Ben'] }).pinned).toEqual(['ana', 'Ben']);
    expect(read({ pinned: 'ana' }).pinned).toEqual([]);
  });

  it('ignores what it does not know', () => {
    expect(read({ colour: 'green' })).toEqual(settings);
  });

  it('never throws, whatever it holds', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true }), fc.object(), (anything, fields) => {
        parseSettings(anything);
        parseSettings({ ...file, ...fields });
        parseSettings({ ...file, accounts: [{ ...account, ...fields }] });
      }),
    );
  });

  it.each(['acme', 'pbx.example.com', 'https://pbx.example.com/goAPIv2/', 'http://127.0.0.1:80/x'])(
    'reads the address of %s back as the connect form made it',
    (typed) => {
      const address = parseServerAddress(typed);
      const baseUrl = address.ok ? address.value : '';
      expect(read({ accounts: [{ ...account, baseUrl }] }).accounts[0]?.baseUrl).toBe(baseUrl);
    },
  );
});
