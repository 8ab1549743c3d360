import { expect, test } from 'vitest';
import { devPolicy } from '../../../build/dev-policy.ts';
import { contentSecurityPolicy } from '../../../src/main/page/protocol.ts';

test("in development the page's policy is opened for Vite's client, and for nothing else", () => {
  const own = contentSecurityPolicy.split('; ');
  expect(devPolicy.split('; ').filter((directive) => !own.includes(directive))).toEqual([
    "script-src 'self' 'unsafe-inline'",
    "style-src 'self' 'unsafe-inline'",
    "connect-src 'self'",
    'worker-src blob:',
  ]);
});
