import { longestServer } from './account.ts';
import { pastedName } from './pasted.ts';
import { fail, type Result, succeed } from './result.ts';

export type AddressProblem =
  | 'empty'
  | 'not-an-address'
  | 'has-credentials'
  | 'has-query'
  | 'needs-https'
  | 'too-long';

/**
 * Turns what a user types into the API's base URL, without a trailing slash.
 * A label (`acme`), a host (`acme.croco-dial.net`) or the base URL of a self-hosted GOautodial
 * (`https://pbx.example.com/goAPIv2`). Plain http only reaches this very machine.
 */
export function parseServerAddress(typed: string): Result<string, AddressProblem> {
  // Chats put an address between angle brackets, and lists a comma behind it.
  const text = pastedName(typed.replace(/^[\s<]+|[\s>,;|]+$/g, ''));
  if (text === '') return fail('empty');
  if (typed.length > longestServer) return fail('too-long');
  if (/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/i.test(text) && text.toLowerCase() !== 'localhost') {
    return succeed(`https://${text.toLowerCase()}.croco-dial.net/goAPIv2`);
  }
  const hasScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(text);
  if (!hasScheme && !/^[^\s/:?#@]+\.[^\s/:?#@]+$/.test(text)) {
    return fail(text.includes('@') ? 'has-credentials' : 'not-an-address');
  }
  const url = URL.parse(hasScheme ? text : `https://${text}`);
  if (url === null || url.hostname === '') return fail('not-an-address');
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return fail('not-an-address');
  if (url.username !== '' || url.password !== '') return fail('has-credentials');
  if (!isHost.test(url.hostname)) return fail('not-an-address');
  if (url.search !== '' || url.hash !== '') return fail('has-query');
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) return fail('needs-https');
  const path = url.pathname.replace(/\/+$/, '').replace(/\/go[A-Za-z]+\/goAPI\.php$/, '');
  return succeed(`${url.protocol}//${url.host}${path === '' ? '/goAPIv2' : path}`);
}

/** Stricter than URLs are: a slip such as two dots in a row, or a comma for a dot, is no host. */
const isHost = /^(?:\[[\da-f:.]+\]|[a-z\d_-]+(?:\.[a-z\d_-]+)*\.?)$/;

const isLoopback = (hostname: string): boolean =>
  hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(hostname);
