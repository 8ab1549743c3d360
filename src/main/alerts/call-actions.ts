import type { Alert } from '../../shared/alert.ts';
import type { RequestError } from '../../shared/bridge.ts';
import { isSameLead } from '../../shared/call-connected.ts';
import type { Family } from '../../shared/family.ts';
import { isSameNumber } from '../../shared/phone-number.ts';
import type { Reading } from '../../shared/reading.ts';
import type { Result } from '../../shared/result.ts';
import type { Settings } from '../../shared/settings.ts';
import type { Translate } from '../app/words.ts';
import type { Log } from '../log/log.ts';
import type { AppStore } from '../state/store.ts';

/** What a button of a notification does, and for which call it was offered. */
export interface CallAction {
  readonly do: 'copy-lead-id' | 'copy-number' | 'open-crm';
  readonly label: string;
  readonly agentUser: string;
  readonly leadId: string;
  readonly inCallWith: string;
}

/** Until the agent moves on, the call can still be dealt with. */
const isCall = (family: Family): boolean => family === 'in-call' || family === 'dead';

/** The buttons of one connected call. Presenting, nothing of the customer leaves the app. */
export function callActionsOf(
  { topic, agentUser }: Pick<Alert, 'topic' | 'agentUser'>,
  reading: Reading | undefined,
  { isPresenting, crmTemplate }: Pick<Settings, 'isPresenting' | 'crmTemplate'>,
  t: Translate,
): readonly CallAction[] {
  if (topic !== 'call-connected' || agentUser === null || reading === undefined) return [];
  if (isPresenting || !isCall(reading.family)) return [];
  const { leadId, inCallWith } = reading;
  const wanted: readonly (CallAction['do'] | null)[] = [
    leadId === '' ? null : 'copy-lead-id',
    inCallWith === '' ? null : 'copy-number',
    crmTemplate === '' ? null : 'open-crm',
  ];
  return wanted.flatMap((action) =>
    action === null ? [] : { do: action, label: t(`alerts.action.${action}`), agentUser, leadId, inCallWith },
  );
}

export interface CallActionParts {
  readonly store: AppStore;
  readonly copyText: (text: string) => Promise<void>;
  readonly openCrm: (agentUser: string) => Promise<Result<null, RequestError>>;
  readonly openAgent: (agentUser: string) => void;
  readonly log: Log;
}

/** Does what a button promised, for the call it was offered for; where that is no longer so, it shows the agent. */
export const createCallActions =
  ({ store, copyText, openCrm, openAgent, log }: CallActionParts) =>
  async (action: CallAction): Promise<void> => {
    const { agentUser, leadId, inCallWith } = action;
    const { agents, settings } = store.getState();
    const reading = agents.get(agentUser)?.reading;
    const isStillThere =
      reading !== undefined &&
      !settings.isPresenting &&
      isCall(reading.family) &&
      isSameLead(reading.leadId, leadId) &&
      isSameNumber(reading.inCallWith, inCallWith);
    if (!isStillThere) return openAgent(agentUser);
    if (action.do !== 'open-crm') return copyText(action.do === 'copy-number' ? inCallWith : leadId);
    const opened = await openCrm(agentUser);
    if (opened.ok) return;
    log.warn('crm not opened', { error: opened.error.kind });
    openAgent(agentUser);
  };
