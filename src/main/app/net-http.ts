import type Electron from 'electron';
import type { Http, HttpResponse } from '../../watch/http.ts';

export interface ProxyLogin {
  readonly user: string;
  readonly password: string;
}

/** Who knows the logins of proxies, which are called by their host and port. */
export interface ProxyLogins {
  /** Null without one; rejects never. */
  readonly find: (proxy: string) => Promise<ProxyLogin | null>;
  /** The proxy did not take what was found for it. */
  readonly refused: (proxy: string) => void;
}

export const noProxyLogins: ProxyLogins = { find: async () => null, refused: () => undefined };

export interface NetHttpParts {
  readonly net: Pick<Electron.Net, 'request'>;
  readonly session: Electron.Session;
  readonly logins: () => ProxyLogins;
}

/** Without `credentials` cookies are neither sent nor kept, and a proxy may still ask for a login (docs/electron.md §5). */
const manners = { redirect: 'manual', useSessionCookies: false, cache: 'no-store' } as const;

/** HTTP over Chromium's network stack: `net.request`, because `fetch` hides what bites (docs/electron.md §5). */
export const createNetHttp =
  ({ net, session, logins }: NetHttpParts): Http =>
  ({ url, method, headers, body, signal }) =>
    new Promise((resolve, reject) => {
      signal.throwIfAborted();
      const request = net.request({ url, method, headers: { ...headers }, session, ...manners });
      /** Once there is a response, what fails is the reading of its body. */
      let fail: (reason: unknown) => void = reject;
      const onAbort = (): void => {
        request.abort();
        fail(signal.reason);
      };
      const end = (): void => signal.removeEventListener('abort', onAbort);
      const giveUp = (): void => {
        end();
        request.abort();
      };
      const settle = (status: number, fields: HeaderFields, response: HttpResponse['body']): void =>
        resolve({ status, headers: headersOf(fields), body: response });

      signal.addEventListener('abort', onAbort, { once: true });
      // Electron tells of one failure both here and at the response, and an error that nobody hears is thrown.
      request.on('error', (error) => {
        end();
        fail(error);
      });
      request.on('login', createLoginAnswer(logins()));
      request.on('redirect', (status, _method, leadsTo, fields) => {
        giveUp();
        settle(status, { location: leadsTo, ...fields }, null);
      });
      request.on('response', (response) => {
        const { statusCode, headers: fields } = response;
        // Of a proxy's refusal nothing more can be read.
        if (statusCode === 407) {
          response.on('error', () => undefined);
          giveUp();
          settle(statusCode, fields, null);
          return;
        }
        const stream = new ReadableStream<Uint8Array>({
          start: (controller) => {
            fail = (reason) => controller.error(reason);
            response.on('data', (chunk) => controller.enqueue(chunk));
            response.on('error', (error) => fail(error));
            response.on('end', () => {
              end();
              controller.close();
            });
          },
          cancel: giveUp,
        });
        settle(statusCode, fields, stream);
      });
      request.end(body ?? undefined);
    });

type LoginListener = (asker: Electron.AuthInfo, answer: (user?: string, password?: string) => void) => void;

/** Answers a proxy once. Asked again it has refused the login, and an answer would go round for ever. */
function createLoginAnswer(logins: ProxyLogins): LoginListener {
  let isAnswered = false;
  return ({ isProxy, host, port }, answer) => {
    const proxy = `${host}:${port}`;
    if (!isProxy) answer();
    else if (isAnswered) {
      logins.refused(proxy);
      answer();
    } else {
      isAnswered = true;
      void logins
        .find(proxy)
        .then((login) => (login === null ? answer() : answer(login.user, login.password)));
    }
  };
}

type HeaderFields = Readonly<Record<string, string | readonly string[]>>;

/** Their names are in lower case; where one is there several times, the first counts. */
const headersOf = (fields: HeaderFields): HttpResponse['headers'] => ({
  get: (name) => {
    const value = Object.hasOwn(fields, name) ? fields[name] : undefined;
    return (typeof value === 'string' ? value : value?.[0]) ?? null;
  },
});
