import { timingSafeEqual } from 'node:crypto';

export interface Asked {
  readonly host: string | undefined;
  readonly origin: string | undefined;
  readonly cookie: string | undefined;
  readonly url: string;
  readonly isUpgrade: boolean;
}

export interface Secrets {
  readonly port: number;
  /** For programs, and for whoever pastes the printed address. */
  readonly token: string;
  /** What the cookie holds: whoever hears of it does not know the token. */
  readonly session: string;
  /** Opens the browser, once; null when it has. */
  readonly code: string | null;
}

export type Verdict =
  /** With a cookie the page is to come back without what is in its address. */
  | { readonly allowed: true; readonly setCookie: string | null; readonly isCode: boolean }
  | { readonly allowed: false; readonly status: 401 | 403 };

/** The two names of the loopback address. The desktop is on one and the app's page on the other. */
export const hostsOf = (port: number): readonly [string, string] => [
  `127.0.0.1:${port}`,
  `localhost:${port}`,
];

export function otherHost(host: string, port: number): string {
  const [numeric, named] = hostsOf(port);
  return host === numeric ? named : numeric;
}

/** The Host keeps out rebound names, the Origin other pages, the token everybody else on this machine. */
export function judge(asked: Asked, secrets: Secrets): Verdict {
  if (!isOwnHostAndOrigin(asked, secrets.port)) return { allowed: false, status: 403 };
  const name = `croco-preview-${secrets.port}`;
  const { pathname, searchParams } = URL.parse(asked.url, 'http://preview') ?? nowhere;
  const setCookie = pathname === '/' ? `${name}=${secrets.session}; Path=/; HttpOnly; SameSite=Strict` : null;
  const [token, code] = [searchParams.get('token'), searchParams.get('code')];
  if (token !== null) {
    return isSame(token, secrets.token) ? { allowed: true, setCookie, isCode: false } : refused;
  }
  if (code !== null && setCookie !== null && secrets.code !== null && isSame(code, secrets.code)) {
    return { allowed: true, setCookie, isCode: true };
  }
  const inCookie = cookieNamed(name, asked.cookie ?? '');
  // A browser may ask twice, and then has the cookie by the second time.
  if (inCookie !== null && isSame(inCookie, secrets.session)) {
    return { allowed: true, setCookie: code === null ? null : setCookie, isCode: false };
  }
  return refused;
}

const refused: Verdict = { allowed: false, status: 401 };
const nowhere = new URL('http://preview/nowhere');

/** A WebSocket always names its origin; an ordinary request only when it crosses one or could change things. */
export function isOwnHostAndOrigin({ host, origin, isUpgrade }: Asked, port: number): boolean {
  if (host === undefined || !hostsOf(port).includes(host)) return false;
  return origin === undefined ? !isUpgrade : origin === `http://${host}`;
}

function cookieNamed(name: string, header: string): string | null {
  const pairs = header.split(';').map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1) ?? null;
}

function isSame(given: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)];
  return a.length === b.length && timingSafeEqual(a, b);
}
