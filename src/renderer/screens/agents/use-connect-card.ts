import { useCallback, useState } from 'react';
import { findAgent } from '../../../shared/agent-places.ts';
import type { AgentView } from '../../../shared/app-view.ts';
import { useView } from '../../context.ts';
import { isSameCall } from './newly-connected.ts';

export interface ConnectedCall {
  readonly agent: AgentView;
  readonly dismiss: () => void;
}

/** The call someone came to see, by its notification, from then until it is over or put away. */
export function useConnectCard(): ConnectedCall | null {
  const seq = useView((view) => view.route.seq);
  const agent = useView((view) => findAgent(view.agents, view.route.agentUser));
  const [seenSeq, setSeenSeq] = useState(0);
  /** As last seen: a lead told only later belongs to the same call. */
  const [call, setCall] = useState<AgentView | null>(null);

  const isNew = seq !== seenSeq;
  if (isNew) setSeenSeq(seq);
  const before = isNew ? agent : call;
  const now = before && agent && isSameCall(before, agent) ? agent : null;
  if (now !== call) setCall(now);

  const dismiss = useCallback(() => setCall(null), []);
  return now === null ? null : { agent: now, dismiss };
}
