import type { Family } from './family.ts';

/**
 * What one poll said about one agent: every field the vendor documents (docs/api.md §1.2), as text.
 * `inCallWith` and `callerId` are customers' numbers: they stay in main unless the user asks.
 */
export interface Reading {
  /** The dialler's own words, verbatim but for control characters; empty when it gave no live state. */
  readonly status: string;
  readonly family: Family;
  /** What the user calls this status; empty where they call it by its own name. */
  readonly label: string;
  readonly inCallWith: string;
  readonly callerId: string;
  readonly campaignId: string;
  readonly campaignName: string;
  readonly callType: string;
  readonly leadId: string;
  readonly vendorLeadCode: string;
  readonly confExten: string;
  readonly serverIp: string;
  readonly colour: string;
}

/** An agent who is logged out, or of whom the dialler knows nothing live (docs/api.md §1.6). */
export const noLiveState: Reading = {
  status: '',
  family: 'offline',
  label: '',
  inCallWith: '',
  callerId: '',
  campaignId: '',
  campaignName: '',
  callType: '',
  leadId: '',
  vendorLeadCode: '',
  confExten: '',
  serverIp: '',
  colour: '',
};

/** In characters. A field this long may have been longer. */
export const maxFieldLength = 200;
