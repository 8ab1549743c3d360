import type { RequestError } from '../../shared/bridge.ts';
import { crmFields, crmLink } from '../../shared/crm-link.ts';
import { maxFieldLength } from '../../shared/reading.ts';
import { fail, type Result, succeed } from '../../shared/result.ts';
import type { Clock } from '../../watch/clock.ts';
import { createThrottle } from '../app/throttle.ts';
import type { AppStore } from '../state/store.ts';

export interface CrmParts {
  readonly store: AppStore;
  /** Hands an address to the system's browser. */
  readonly openExternal: (url: string) => Promise<void>;
  readonly clock: Pick<Clock, 'nowMs'>;
}

/** Faster than anybody reads: each opens a page in the browser, and may carry a number. */
const mostOpens = 5;
const spanMs = 10_000;

/** Opens the user's own link for an agent's call. The page names the agent only: address and values are main's. */
export function createCrm({ store, openExternal, clock }: CrmParts) {
  const mayOpen = createThrottle(clock, mostOpens, spanMs);
  return async function open(agentUser: string): Promise<Result<null, RequestError>> {
    const { settings, agents } = store.getState();
    const reading = agents.get(agentUser)?.reading;
    if (reading === undefined) return fail({ kind: 'invalid-request' });
    if (settings.crmTemplate === '') return fail({ kind: 'crm', reason: 'no-template' });
    const values = {
      lead_id: reading.leadId,
      vendor_lead_code: reading.vendorLeadCode,
      in_call_with: reading.inCallWith,
      campaign_id: reading.campaignId,
      agent: agentUser,
    };
    // A value that was cut would lead to somebody else's record.
    const isCut = crmFields.some(
      (name) => settings.crmTemplate.includes(`{${name}}`) && [...values[name]].length >= maxFieldLength,
    );
    if (isCut) return fail({ kind: 'crm', reason: 'too-long' });
    const link = crmLink(settings.crmTemplate, values);
    if (!link.ok) return fail({ kind: 'crm', reason: link.error });
    if (!mayOpen()) return fail({ kind: 'crm', reason: 'too-often' });
    try {
      await openExternal(link.value);
      return succeed(null);
    } catch {
      return fail({ kind: 'crm', reason: 'not-opened' });
    }
  };
}
