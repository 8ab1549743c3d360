import { type Family, familyOf } from '../shared/family.ts';

/** `data` of getLiveAgentInfo, named and typed as on the wire (docs/api.md §1.2). */
export interface LiveInfo {
  readonly status: string;
  readonly color: string;
  readonly in_call_with: string;
  readonly campaign_id: string;
  readonly campaign_name: string;
  readonly call_type: string;
  readonly caller_id: string;
  readonly conf_exten: string;
  readonly server_ip: string;
  readonly vendor_lead_code: string;
  readonly lead_id: number;
}

/** Only `primary` and `green` are documented; the rest are Bootstrap's names, as docs/api.md §1.4 guesses. */
const colours: Readonly<Record<Family, string>> = {
  ready: 'primary',
  ringing: 'info',
  'in-call': 'green',
  dead: 'danger',
  'wrap-up': 'info',
  paused: 'warning',
  offline: 'secondary',
  other: 'secondary',
};

/** Everything but the status is empty unless given, as it is for an agent who is READY. */
export const liveInfo = ({ status, ...given }: Partial<LiveInfo> & Pick<LiveInfo, 'status'>): LiveInfo => ({
  status,
  color: colours[familyOf(status)],
  in_call_with: '',
  campaign_id: '',
  campaign_name: '',
  call_type: '',
  caller_id: '',
  conf_exten: '8600118',
  server_ip: '127.0.0.1',
  vendor_lead_code: '',
  lead_id: 0,
  ...given,
});
