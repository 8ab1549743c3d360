import type { Alert } from '../../src/shared/alert.ts';

/** A line of the inbox as the store holds it. */
export const anAlert = (id: number, more: Partial<Alert> = {}): Alert => ({
  id,
  atMs: 1_000 * id,
  topic: 'call-connected',
  agentUser: 'ana',
  family: 'in-call',
  status: 'IN CALL',
  statusBefore: 'READY',
  durationMs: null,
  isAtLeast: false,
  campaign: 'Spring offer',
  callType: 'DIALER',
  maskedNumber: '•••0123',
  count: 0,
  event: null,
  problem: null,
  isLate: false,
  isRead: false,
  quiet: null,
  ...more,
});
