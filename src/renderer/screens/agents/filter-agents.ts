import type { AgentView } from '../../../shared/app-view.ts';
import type { Family } from '../../../shared/family.ts';

export interface Filter {
  readonly query: string;
  readonly family: Family | null;
}

export const noFilter: Filter = { query: '', family: null };

/** Every word typed has to be in the name, the status, its label or the campaign; case and accents do not matter. */
export function filterAgents(agents: readonly AgentView[], { query, family }: Filter): readonly AgentView[] {
  const words = fold(query)
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0 && family === null) return agents;
  return agents.filter((agent) => {
    if (family !== null && (agent.phase !== 'known' || agent.family !== family)) return false;
    const text = fold(
      [agent.user, agent.label, agent.status, agent.campaignName, agent.campaignId].join('\n'),
    );
    return words.every((word) => text.includes(word));
  });
}

export const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
