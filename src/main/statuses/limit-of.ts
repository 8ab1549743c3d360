import type { StatusMeaning } from '../../shared/dictionary.ts';
import type { AgentState } from '../../watch/agents.ts';

export type MeaningOf = (status: string) => StatusMeaning | null;

/** How long the agent's present pause may last; null for no limit, or no pause. */
export const limitMsOf = (
  { reading }: AgentState,
  { meaningOf }: { readonly meaningOf: MeaningOf },
): number | null =>
  reading.family === 'paused' && reading.status !== '' ? (meaningOf(reading.status)?.limitMs ?? null) : null;
