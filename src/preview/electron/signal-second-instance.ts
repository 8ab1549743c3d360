import { text } from 'node:stream/consumers';

/**
 * A process of its own: tells the preview at the address it reads of a second start. Exits with 0 when that answered,
 * and with 3 when no preview is there; one that is busy is there.
 */
process.exitCode = await fetch(await text(process.stdin), {
  method: 'POST',
  signal: AbortSignal.timeout(4_000),
}).then(
  ({ ok }) => (ok ? 0 : 3),
  (error: unknown) => (error instanceof Error && error.name === 'TimeoutError' ? 2 : 3),
);
