import { text } from 'node:stream/consumers';
import { z } from 'zod';

/** A process of its own: hands what it reads to the preview that holds the lock; exits 0 when that answered. */
const order = z.object({ url: z.url(), knock: z.unknown() }).parse(JSON.parse(await text(process.stdin)));
const isAnswered = await fetch(order.url, {
  method: 'POST',
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify(order.knock),
  signal: AbortSignal.timeout(4_000),
}).then(
  (response) => response.ok,
  () => false,
);
process.exitCode = isAnswered ? 0 : 1;
