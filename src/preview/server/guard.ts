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
  readonly token: string;
}

export type Verdict =
  | { readonly allowed: true; readonly setCookie: string | null }
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
  const inQuery = URL.parse(asked.url, 'http://preview')?.searchParams.get('token') ?? null;
  if (inQuery !== null && isSame(inQuery, secrets.token)) {
    return { allowed: true, setCookie: `${name}=${secrets.token}; Path=/; HttpOnly; SameSite=Strict` };
  }
  const inCookie = cookieNamed(name, asked.cookie ?? '');
  if (inQuery === null && inCookie !== null && isSame(inCookie, secrets.token)) {
    return { allowed: true, setCookie: null };
  }
  return { allowed: false, status: 401 };
}

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
