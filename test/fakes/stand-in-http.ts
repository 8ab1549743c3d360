import type Electron from 'electron';
import { createNetHttp, noProxyLogins, type ProxyLogins } from '../../src/main/app/net-http.ts';
import { createNetModule } from '../../src/preview/electron/net/net.ts';
import { createReadiness } from '../../src/preview/electron/readiness.ts';
import { StandInSession } from '../../src/preview/electron/session.ts';
import type { Http } from '../../src/watch/http.ts';

export interface StandInHttpOptions {
  readonly proxy?: string;
  readonly logins?: ProxyLogins;
}

/** HTTP as the app has it, over the preview's network stack, which plays Electron's. */
export function createStandInHttp({ proxy = '', logins = noProxyLogins }: StandInHttpOptions = {}) {
  const readiness = createReadiness();
  readiness.becomeReady();
  const session = new StandInSession(() => URL.parse(proxy));
  const http: Http = createNetHttp({
    net: createNetModule(readiness) as unknown as Pick<Electron.Net, 'request'>,
    session: session as unknown as Electron.Session,
    logins: () => logins,
  });
  return { http, session };
}
