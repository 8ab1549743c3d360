import { familyOf } from '../../shared/family.ts';
import { plainText } from '../../shared/plain-text.ts';
import { maxFieldLength, noLiveState, type Reading } from '../../shared/reading.ts';
import { isAboutAgent } from './about-agent.ts';
import { type Fields, fieldOf, rowOf } from './fields.ts';
import { isPrivateText } from './private-text.ts';
import { hiddenText } from './secret-finder.ts';

const maxStatusLength = 60;

/** Reads the answer about an agent; null when it is about something else. */
export function readingOf(answer: Fields | null): Reading | null {
  if (answer === null) return noLiveState;
  return isAboutAgent(answer) ? readingOfData(fieldOf(answer, 'data')) : null;
}

/** Reads the `data` of a success: any type, any field missing or of any type (docs/api.md §1.6, §6.10, §6.11). */
export function readingOfData(data: unknown): Reading {
  const fields = rowOf(data);
  if (fields === null) return noLiveState;
  const field = (name: string): string => plainText(fieldOf(fields, name), maxFieldLength);
  const status = publicText(plainText(fieldOf(fields, 'status'), maxStatusLength));
  const leadId = field('lead_id');
  return {
    status,
    family: familyOf(status),
    label: '',
    inCallWith: field('in_call_with'),
    callerId: field('caller_id'),
    campaignId: field('campaign_id'),
    campaignName: publicText(field('campaign_name')),
    callType: publicText(field('call_type')),
    // No lead is 0, as an agent who is READY shows.
    leadId: /^0+$/.test(leadId) ? '' : leadId,
    vendorLeadCode: field('vendor_lead_code'),
    confExten: field('conf_exten'),
    serverIp: field('server_ip'),
    colour: field('color'),
  };
}

/** Statuses are learned and told of, and so are campaigns: what would be left out of an error is left out of them. */
const publicText = (text: string): string => (isPrivateText(text) ? hiddenText : text);
