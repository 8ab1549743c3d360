import type { Change } from '../../shared/change.ts';
import type { EscalationLevel, Rule } from '../../shared/rules.ts';
import { BlockMap } from '../../watch/block-map.ts';
import { type AgentConditions, noOpenConditions, type OpenConditions } from '../state/open-conditions.ts';

/** One time that a rule's condition holds. It ends with the condition, and only another one can tell again. */
export interface Episode {
  /** The rule and what it began with: a state's beginning, or a change. */
  readonly key: string;
  readonly rule: Rule;
  readonly agentUser: string | null;
  /** When the condition came true. */
  readonly beganMs: number;
  /** It came of this change, and ends with the agent's next one. */
  readonly change: Change | null;
  /** More than the rule's own hold time, for agents whose calls keep ending at once. */
  readonly guardMs: number;
  readonly reached: ReadonlySet<EscalationLevel>;
  readonly lastNotifiedMs: number | null;
  /** The line of the inbox it made. */
  readonly alertId: number | null;
  readonly isAcknowledged: boolean;
  /** Of those it counted, when the condition came true. */
  readonly count: number;
}

/** It came of a change, and ends with the agent's next one. */
export type ChangeEpisode = Episode & { readonly change: Change };
export const cameOfChange = (episode: Episode): episode is ChangeEpisode => episode.change !== null;

/** What the recent calls of one agent were like. */
export interface CallMemory {
  /** When the present call was seen to connect; null when it was not seen. */
  readonly connectedMs: number | null;
  /** Calls in a row that ended almost at once. */
  readonly shortCalls: number;
  /** The lines of the inbox about them. */
  readonly alertIds: readonly number[];
  /** The one line they were folded into. */
  readonly line: { readonly alertId: number; readonly count: number } | null;
  /** The last call that was told of, and when it was last heard of. */
  readonly lastTold: { readonly leadId: string; readonly inCallWith: string; readonly atMs: number } | null;
  /** When a call last began or ended. */
  readonly lastMs: number | null;
}

export interface AgentEpisodes {
  readonly episodes: readonly Episode[];
  readonly calls: CallMemory;
  /** When to look again although nothing changed. */
  readonly nextAtMs: number;
}

export interface AgentMemory extends AgentEpisodes {
  /** What its episodes make of the row and the icon. */
  readonly openConditions: AgentConditions;
}

export interface ConnectionMemory {
  readonly sinceMs: number | null;
  readonly isTold: boolean;
  readonly isRefusalTold: boolean;
  /** The lines of the inbox about it. */
  readonly alertIds: readonly number[];
}

export interface Memory {
  readonly agents: BlockMap<AgentMemory>;
  /** Of rules about several agents, by rule. */
  readonly teams: ReadonlyMap<string, Episode>;
  readonly connection: ConnectionMemory;
  readonly openConditions: OpenConditions;
  readonly lastId: number;
}

export const noCalls: CallMemory = {
  connectedMs: null,
  shortCalls: 0,
  alertIds: [],
  line: null,
  lastTold: null,
  lastMs: null,
};

export const noConnectionMemory: ConnectionMemory = {
  sinceMs: null,
  isTold: false,
  isRefusalTold: false,
  alertIds: [],
};

export const emptyMemory = (lastId = 0): Memory => ({
  agents: BlockMap.from([]),
  teams: new Map(),
  connection: noConnectionMemory,
  openConditions: noOpenConditions,
  lastId,
});

/** The user has seen these: nothing more is made of their episodes. Null means all. */
export function acknowledge(memory: Memory, ids: ReadonlySet<number> | null): Memory {
  const seen = (episode: Episode): Episode =>
    episode.alertId !== null && (ids === null || ids.has(episode.alertId))
      ? { ...episode, isAcknowledged: true }
      : episode;
  return {
    ...memory,
    agents: BlockMap.from(
      [...memory.agents].map(([user, agent]) => {
        const episodes = agent.episodes.map(seen);
        const isSame = episodes.every((episode, index) => episode === agent.episodes[index]);
        // Whose alert was seen is looked at again at once: it leaves the icon.
        return [user, isSame ? agent : { ...agent, episodes, nextAtMs: 0 }] as const;
      }),
    ),
    teams: new Map([...memory.teams].map(([id, episode]) => [id, seen(episode)])),
  };
}

/** The inbox was emptied: a row of short calls begins anew, as no line is left that could grow. */
export const forgetLines = (memory: Memory): Memory => ({
  ...memory,
  agents: BlockMap.from(
    [...memory.agents].map(([user, agent]) => {
      const calls = { ...agent.calls, shortCalls: 0, alertIds: [], line: null };
      return [user, { ...agent, calls }] as const;
    }),
  ),
});
