import type { Problem } from './problem.ts';

/** The state of the connection, apart from any agent's state. Times are main's monotonic clock. */
export type Health =
  | { readonly kind: 'idle' }
  | { readonly kind: 'connecting' }
  | { readonly kind: 'ok'; readonly sinceMs: number }
  | {
      readonly kind: 'failing';
      readonly problem: Problem;
      readonly sinceMs: number;
      readonly retryAtMs: number;
    }
  | { readonly kind: 'stopped'; readonly problem: Problem }
  | { readonly kind: 'paused' };
