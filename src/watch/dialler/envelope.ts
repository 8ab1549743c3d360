import type { Fields } from './fields.ts';

/** What the front controller wraps every answer in, in whichever format it came: `result`, `data`, `code` … */
export interface Envelope {
  readonly fields: Fields;
  /** PHP's warnings stand before the answer: `display_errors` is on (docs/api.md §3.3). */
  readonly printsWarnings: boolean;
}
