import type { Http } from '../../src/watch/http.ts';

/** Over Node's own network stack. */
export const nodeHttp: Http = ({ url, ...request }) =>
  fetch(url, { ...request, redirect: 'manual', credentials: 'omit', cache: 'no-store' });
