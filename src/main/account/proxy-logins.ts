import { z } from 'zod';
import type { SecretPlace } from '../../shared/app-view.ts';
import type { RequestError } from '../../shared/bridge.ts';
import { fail, type Result, succeed } from '../../shared/result.ts';
import { mostKnownProxies } from '../../shared/settings.ts';
import type { Clock } from '../../watch/clock.ts';
import type { ProxyLogin, ProxyLogins } from '../app/net-http.ts';
import { addNotice } from '../app/notices.ts';
import { parseJson } from '../app/parse-json.ts';
import type { AppStore } from '../state/store.ts';
import type { Secrets } from './secrets.ts';

export interface ProxyLoginParts {
  readonly store: AppStore;
  readonly secrets: Pick<Secrets, 'get' | 'set' | 'delete'>;
  readonly hideSecret: (secret: string) => void;
  readonly clock: Pick<Clock, 'nowMs'>;
  /** The network stack remembers by itself what a proxy took. */
  readonly forgetSent: () => Promise<void>;
}

/** A wrong login that is sent with every poll could lock an account; but a proxy may also just be out of order. */
const againMs = 10 * 60_000;

const shape = z.object({ user: z.string(), password: z.string() });

/** The name of its entry in the keychain: no account's id begins like this. */
const entryOf = (proxy: string): string => `proxy ${proxy}`;

/**
 * The logins that proxies of the network ask for. Each is given to the proxy it was typed for and to no other:
 * a foreign network can have a proxy, too. User and password are in the keychain and nowhere else.
 */
export function createProxyLogins(parts: ProxyLoginParts) {
  const { store, secrets, hideSecret, clock, forgetSent } = parts;
  const refusedMs = new Map<string, number>();

  async function find(proxy: string): Promise<ProxyLogin | null> {
    const hasRefused = isRefused(proxy);
    const login = hasRefused ? null : await read(proxy);
    if (login === null) noteAsking(proxy, hasRefused);
    return login;
  }

  function noteAsking(name: string, hasRefused: boolean): void {
    const { askingProxy } = store.getState();
    const isNoted = askingProxy?.name === name && askingProxy.hasRefused === hasRefused;
    if (!isNoted) store.setState({ askingProxy: { name, hasRefused } });
  }

  function isRefused(proxy: string): boolean {
    const atMs = refusedMs.get(proxy);
    return atMs !== undefined && clock.nowMs() - atMs < againMs;
  }

  async function read(proxy: string): Promise<ProxyLogin | null> {
    if (!store.getState().settings.knownProxies.includes(proxy)) return null;
    const text = await secrets.get(entryOf(proxy));
    const login = text === null ? null : (shape.safeParse(parseJson(text)).data ?? null);
    if (login !== null) hideSecret(login.password);
    return login;
  }

  async function set(login: ProxyLogin): Promise<Result<SecretPlace, RequestError>> {
    const proxy = store.getState().askingProxy?.name;
    if (proxy === undefined) return fail({ kind: 'invalid-request' });
    hideSecret(login.password);
    const place = await secrets.set(entryOf(proxy), JSON.stringify(login));
    refusedMs.delete(proxy);
    const others = store.getState().settings.knownProxies.filter((known) => known !== proxy);
    const knownProxies = [proxy, ...others].slice(0, mostKnownProxies);
    store.setState(({ settings }) => ({ askingProxy: null, settings: { ...settings, knownProxies } }));
    for (const known of others.slice(mostKnownProxies - 1)) void secrets.delete(entryOf(known));
    await forgetSent();
    return succeed(place);
  }

  async function forget(): Promise<void> {
    const { knownProxies } = store.getState().settings;
    const deleted = await Promise.all(knownProxies.map((proxy) => secrets.delete(entryOf(proxy))));
    if (deleted.includes(false)) addNotice(store, { kind: 'password-left' });
    store.setState(({ settings }) => ({ settings: { ...settings, knownProxies: [] } }));
    refusedMs.clear();
    await forgetSent();
  }

  const logins: ProxyLogins = {
    find,
    refused: (proxy) => {
      refusedMs.set(proxy, clock.nowMs());
      noteAsking(proxy, true);
    },
  };
  return { logins, set, forget };
}

export type ProxyLoginKeeper = ReturnType<typeof createProxyLogins>;
