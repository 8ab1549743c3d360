import { contentSecurityPolicy } from '../src/main/page/protocol.ts';

/** What Vite's client needs beyond the page's own policy: its scripts and styles in the page, its socket, its worker. */
const opened: readonly (readonly [directive: string, developing: string])[] = [
  ["script-src 'self'", "script-src 'self' 'unsafe-inline'"],
  ["style-src 'self'", "style-src 'self' 'unsafe-inline'"],
  ["connect-src 'none'", "connect-src 'self'"],
  ["worker-src 'none'", 'worker-src blob:'],
];

/** Sent by Vite's server alone: what is built has the page's own policy, which knows nothing of this one. */
export const devPolicy = opened.reduce(
  (policy, [directive, developing]) => policy.replace(directive, developing),
  contentSecurityPolicy,
);
