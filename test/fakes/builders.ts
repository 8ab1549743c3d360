import type { ActiveAccount } from '../../src/main/state/store.ts';
import type { AccountDraft } from '../../src/shared/account.ts';
import type { Change } from '../../src/shared/change.ts';
import type { StatusMeaning } from '../../src/shared/dictionary.ts';
import { familyOf } from '../../src/shared/family.ts';
import { noLiveState, type Reading } from '../../src/shared/reading.ts';
import type { AgentState } from '../../src/watch/agents.ts';

/** A reading as the dialler would give it for this status; its family follows unless said otherwise. */
export const aReading = (status: string, more: Partial<Reading> = {}): Reading => ({
  ...noLiveState,
  status,
  family: familyOf(status),
  ...more,
});

export const aCall = (leadId = '101', more: Partial<Reading> = {}): Reading =>
  aReading('IN CALL', {
    leadId,
    inCallWith: '15550100123',
    campaignId: 'CAMP001',
    campaignName: 'Spring offer',
    callType: 'DIALER',
    ...more,
  });

export const anAgent = (user: string, reading: Reading, more: Partial<AgentState> = {}): AgentState => ({
  user,
  phase: 'known',
  reading,
  since: { atMs: 0, atLeast: false },
  familySince: { atMs: 0, atLeast: false },
  seen: { sinceMs: -1, isBaseline: false },
  staleSinceMs: null,
  problem: null,
  ...more,
});

let lastId = 0;

export const aChange = (kind: Change['kind'], more: Partial<Change> = {}): Change => {
  lastId += 1;
  return {
    id: lastId,
    agentUser: 'ana.ruiz',
    kind,
    from: aReading('READY'),
    to: aCall(),
    seenMs: 0,
    late: false,
    ...more,
  };
};

export const anAccount = (more: Partial<ActiveAccount> = {}): ActiveAccount => ({
  id: 'api.user@acme.croco-dial.net',
  baseUrl: 'https://acme.croco-dial.net/goAPIv2',
  apiUser: 'api.user',
  method: 'post',
  format: 'json',
  agentUsers: ['ana'],
  isDemo: false,
  ...more,
});

/** What a poll that went well gives the monitor. */
export const anOutcome = (reading: Reading) => ({ kind: 'reading', reading, unknownStatus: null }) as const;

/** What the page sends to connect. */
export const aDraft = (more: Partial<AccountDraft> = {}): AccountDraft => ({
  server: 'acme',
  apiUser: 'api.user',
  password: 'right',
  agentUsers: ['ana'],
  method: 'post',
  format: 'json',
  intervalMs: 7_000,
  ...more,
});

/** A status of the dictionary that nothing was said of. */
export const aMeaning = (status: string, more: Partial<StatusMeaning> = {}): StatusMeaning => ({
  status,
  family: null,
  label: '',
  limitMs: null,
  ...more,
});
