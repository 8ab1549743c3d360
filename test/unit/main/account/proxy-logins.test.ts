import { expect, test } from 'vitest';
import { createProxyLogins } from '../../../../src/main/account/proxy-logins.ts';
import { createSecrets } from '../../../../src/main/account/secrets.ts';
import { createAppStore } from '../../../../src/main/state/store.ts';
import { createFakeKeychain } from '../../../fakes/fake-keychain.ts';
import { createQuietLog } from '../../../fakes/quiet-log.ts';

const office = 'proxy.office.example:3128';
const login = { user: 'corp\\ana', password: 'Pr0xy:pass' };

function makeLogins(keychain = createFakeKeychain()) {
  const store = createAppStore();
  const hidden: string[] = [];
  const hideSecret = (secret: string) => void hidden.push(secret);
  const log = createQuietLog();
  const secrets = createSecrets({ service: 'test', log, loadKeychain: async () => keychain, hideSecret });
  let nowMs = 0;
  let forgotten = 0;
  const keeper = createProxyLogins({
    store,
    secrets,
    hideSecret,
    clock: { nowMs: () => nowMs },
    forgetSent: async () => {
      forgotten += 1;
    },
  });
  return {
    ...keeper,
    store,
    keychain,
    hidden,
    log,
    forgotten: () => forgotten,
    asking: () => store.getState().askingProxy,
    known: () => store.getState().settings.knownProxies,
    pass: (ms: number) => {
      nowMs += ms;
    },
  };
}

/** Somebody typed the login that the office's proxy asked for. */
async function makeLoggedIn() {
  const made = makeLogins();
  await made.logins.find(office);
  expect(await made.set(login)).toEqual({ ok: true, value: { kind: 'keychain' } });
  return made;
}

test('a proxy without a login is noted as asking, and the keychain is not asked for it', async () => {
  const { logins, asking, keychain } = makeLogins();
  expect(await logins.find(office)).toBeNull();
  expect(asking()).toEqual({ name: office, hasRefused: false });
  expect(keychain.calls).toEqual([]);
});

test('what is typed is for the proxy that asks, and kept in the keychain alone', async () => {
  const { logins, asking, known, keychain, hidden, log, store, forgotten } = await makeLoggedIn();
  expect(await logins.find(office)).toEqual(login);
  expect(asking()).toBeNull();
  expect(known()).toEqual([office]);
  expect(forgotten()).toBe(1);
  expect(hidden).toContain(login.password);
  expect([...keychain.entries]).toEqual([[`test/proxy ${office}`, JSON.stringify(login)]]);
  for (const text of [JSON.stringify(store.getState()), ...log.lines]) {
    expect(text).not.toContain(login.password);
    expect(text).not.toContain('corp');
  }
});

test('another proxy does not get it', async () => {
  const { logins, asking } = await makeLoggedIn();
  expect(await logins.find('proxy.cafe.example:3128')).toBeNull();
  expect(asking()).toEqual({ name: 'proxy.cafe.example:3128', hasRefused: false });
});

test('a login of an earlier run is read from the keychain', async () => {
  const { keychain, store: earlier } = await makeLoggedIn();
  const { logins, store, hidden } = makeLogins(keychain);
  store.setState({ settings: earlier.getState().settings });
  expect(await logins.find(office)).toEqual(login);
  expect(hidden).toContain(login.password);
});

test('a refused login is not given again for ten minutes, or until another is typed', async () => {
  const { logins, asking, pass, set } = await makeLoggedIn();
  logins.refused(office);
  expect(asking()).toEqual({ name: office, hasRefused: true });
  expect(await logins.find(office)).toBeNull();
  pass(10 * 60_000);
  expect(await logins.find(office)).toEqual(login);
  logins.refused(office);
  const other = { ...login, password: 'another' };
  await set(other);
  expect(await logins.find(office)).toEqual(other);
});

test('nothing is kept while no proxy asks', async () => {
  const { set, keychain } = makeLogins();
  expect(await set(login)).toEqual({ ok: false, error: { kind: 'invalid-request' } });
  expect(keychain.entries.size).toBe(0);
});

test('a keychain that keeps nothing leaves it for this run, and says so', async () => {
  const keychain = createFakeKeychain();
  keychain.behave('rejects');
  const { logins, set } = makeLogins(keychain);
  await logins.find(office);
  expect(await set(login)).toEqual({ ok: true, value: { kind: 'session', reason: 'refused' } });
  expect(await logins.find(office)).toEqual(login);
});

test('of many proxies the one longest ago loses its login, in the keychain too', async () => {
  const { logins, set, known, keychain } = makeLogins();
  const proxies = Array.from({ length: 21 }, (_, index) => `proxy-${index}.example:3128`);
  for (const proxy of proxies) {
    await logins.find(proxy);
    await set(login);
  }
  expect(known()).toEqual(proxies.toReversed().slice(0, 20));
  await expect.poll(() => keychain.entries.size).toBe(20);
  expect([...keychain.entries.keys()]).not.toContain('test/proxy proxy-0.example:3128');
});

test('forgotten, it is gone from the keychain and from what Chromium remembers', async () => {
  const { logins, forget, keychain, known, forgotten, asking, store } = await makeLoggedIn();
  logins.refused(office);
  await forget();
  expect(keychain.entries.size).toBe(0);
  expect(known()).toEqual([]);
  expect(forgotten()).toBe(2);
  expect(store.getState().notices).toEqual([]);
  expect(await logins.find(office)).toBeNull();
  expect(asking()).toEqual({ name: office, hasRefused: false });
});

test('a keychain that could not delete it is told of', async () => {
  const { forget, keychain, store } = await makeLoggedIn();
  keychain.behave('rejects', 'deletePassword');
  await forget();
  expect(store.getState().notices).toEqual([{ kind: 'password-left' }]);
});

test('what somebody else put into its place is no login', async () => {
  const { keychain, store: earlier } = await makeLoggedIn();
  const { logins, store } = makeLogins(keychain);
  store.setState({ settings: earlier.getState().settings });
  keychain.entries.set(`test/proxy ${office}`, '"text"');
  expect(await logins.find(office)).toBeNull();
});
