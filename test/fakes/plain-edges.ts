import { EventEmitter } from 'node:events';
import type Electron from 'electron';
import type { Edges } from '../../src/main/app/edges.ts';
import type { Account } from '../../src/shared/account.ts';
import { defaultSettings, type Settings } from '../../src/shared/settings.ts';
import { createFakeKeychain, type FakeKeychain } from './fake-keychain.ts';

/** What the keychain knows us by. */
export const keychainService = 'Croco Tray test';

/** A machine on which nothing happens by itself and nothing is kept, but for what a test brings. */
export const plainEdges = (wishes: Pick<Edges, 'clock' | 'client'> & Partial<Edges>): Edges => ({
  random: Math.random,
  log: { debug: nothing, info: nothing, warn: nothing, error: nothing },
  hideSecret: nothing,
  app: {
    getVersion: () => '0.0.0',
    isPackaged: false,
    commandLine: { hasSwitch: () => false },
    quit: nothing,
  },
  platform: 'linux',
  systemLanguage: 'en',
  closeConnections: async () => undefined,
  answerProxies: nothing,
  forgetSentLogins: async () => undefined,
  keychain: inKeychain(createFakeKeychain()),
  settingsFile: noFile,
  inboxFile: noFile,
  createNotifier: () => ({ show: () => ({ close: nothing }) }),
  followTray: () => nothing,
  findTrayHost: null,
  window: createPlainWindow(),
  send: nothing,
  answerRequests: () => nothing,
  nativeTheme: { themeSource: 'system' },
  isOnline: () => true,
  timeZone: { sign: () => '', readAgain: nothing },
  powerMonitor: createFakePower(),
  powerSaveBlocker: null,
  setAppMenu: nothing,
  idleMs: () => 0,
  copyText: async () => undefined,
  openExternal: async () => undefined,
  ...wishes,
});

function nothing(): void {}
const noFile = { follow: () => nothing, flush: async () => undefined };

export const inKeychain = (keychain: FakeKeychain): Edges['keychain'] => ({
  service: keychainService,
  loadKeychain: async () => keychain,
});

/** The password of an account, from an earlier run. */
export function keychainWith(accountId: string, password: string): FakeKeychain {
  const keychain = createFakeKeychain();
  keychain.entries.set(`${keychainService}/${accountId}`, password);
  return keychain;
}

/** Somebody has signed in with this account, and nothing else was ever set. */
export const settingsWith = (account: Account): Settings => ({
  ...defaultSettings,
  accounts: [account],
  activeAccountId: account.id,
});

/** What the machine says of sleep, lock and battery is what it is told to emit. */
export const createFakePower = () =>
  Object.assign(new EventEmitter(), { isOnBatteryPower: () => false }) as EventEmitter &
    Electron.PowerMonitor;

/** A window without a page. */
export function createPlainWindow(): Edges['window'] {
  const openedListeners: (() => void)[] = [];
  const hiddenListeners: (() => void)[] = [];
  let isOpen = false;
  function open(): void {
    isOpen = true;
    for (const listener of openedListeners) listener();
  }
  function hide(): void {
    isOpen = false;
    for (const listener of hiddenListeners) listener();
  }
  return {
    open,
    hide,
    reload: nothing,
    toggle: () => (isOpen ? hide() : open()),
    isOpen: () => isOpen,
    isFocused: () => false,
    onPageGone: nothing,
    onOpened: (listener) => openedListeners.push(listener),
    onHidden: (listener) => hiddenListeners.push(listener),
    letClose: nothing,
  };
}
