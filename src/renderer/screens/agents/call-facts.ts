import type { AgentView } from '../../../shared/app-view.ts';
import type { Family } from '../../../shared/family.ts';

/** The families in which there is somebody at the other end, or was a moment ago. */
const withCustomer: ReadonlySet<Family> = new Set(['in-call', 'dead', 'ringing']);

/** What the call is about, in few words. `hidden` stands for a number while presenting; null shows numbers. */
export function callFacts(agent: AgentView, hidden: string | null): readonly string[] {
  // The caller ID may be the campaign's own number (docs/api.md §1.2): it says nothing of the customer.
  const number = hidden !== null && withCustomer.has(agent.family) ? hidden : agent.maskedInCallWith;
  return [agent.campaignName || agent.campaignId, number, agent.callType].filter((fact) => fact !== '');
}

/** Whether there is anything of a customer to act on. */
export const hasCustomer = (agent: AgentView): boolean =>
  agent.leadId !== '' || agent.vendorLeadCode !== '' || agent.maskedInCallWith !== '';
