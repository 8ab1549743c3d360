import { expect, it, vi } from 'vitest';
import { createAccounts } from '../../../../src/main/account/accounts.ts';
import { createAppStore } from '../../../../src/main/state/store.ts';
import { fail, succeed } from '../../../../src/shared/result.ts';
import { defaultSettings } from '../../../../src/shared/settings.ts';
import { aDraft, anAccount, aReading } from '../../../fakes/builders.ts';

const known = anAccount();

function setUp() {
  const { isDemo: _, ...account } = known;
  const tryOnce = vi.fn(async () => succeed(aReading('READY')));
  const accounts = createAccounts({
    store: createAppStore({
      settings: { ...defaultSettings, accounts: [account], activeAccountId: account.id },
    }),
    tryOnce,
    watching: { switchTo: () => undefined },
    hideSecret: () => undefined,
    // Whatever is asked for, there is something.
    secrets: {
      get: async () => 'stored',
      set: async () => ({ kind: 'keychain' }),
      problem: () => null,
      delete: async () => true,
    },
  });
  return { accounts, tryOnce };
}

it('a stored password goes where it went before', async () => {
  const { accounts, tryOnce } = setUp();
  expect(await accounts.check(aDraft({ password: '' }))).toMatchObject({ ok: true });
  expect(tryOnce).toHaveBeenCalledExactlyOnceWith(expect.anything(), 'stored', expect.anything());
});

it.each([
  ['into an address, by GET', { method: 'get' as const }],
  ['to another server', { server: 'https://evil.example' }],
  ['to another path of its server', { server: `${known.baseUrl}/else` }],
  ['for another user', { apiUser: 'somebody' }],
])('a stored password does not go %s', async (_, more) => {
  const { accounts, tryOnce } = setUp();
  const refused = fail({ kind: 'dialler', problem: { kind: 'no-password' } });
  expect(await accounts.check(aDraft({ password: '', ...more }))).toEqual(refused);
  expect(await accounts.connect(aDraft({ password: '', ...more }))).toEqual(refused);
  expect(tryOnce).not.toHaveBeenCalled();
});
