import { type Severity, severities } from '../../shared/rules.ts';
import type { AgentState } from '../../watch/agents.ts';
import { BlockMap } from '../../watch/block-map.ts';
import { remember } from '../app/remember.ts';
import { type IconAlert, type OpenConditions, sameOrNew } from '../state/open-conditions.ts';
import { decideAgent, onIcon } from './decide-agent.ts';
import { decideConnection } from './decide-connection.ts';
import { decideTeam, isTeamRule } from './decide-team.ts';
import { createDecisions, type Decisions } from './decisions.ts';
import type { AgentMemory, Episode, Memory } from './memory.ts';
import type { Decision, World } from './world.ts';

export interface Decided {
  readonly memory: Memory;
  readonly decisions: readonly Decision[];
  /** When to decide again although nothing changed; infinity when time alone brings nothing. */
  readonly nextAtMs: number;
}

/** The one place that says what is worth telling: from what was known before and what is so now. */
export function decide(before: Memory, world: World): Decided {
  const decisions = createDecisions(world, before.lastId);
  const changesOf = Map.groupBy(world.changes, ({ agentUser }) => agentUser);
  const memoryOf = (user: string, agent: AgentState): AgentMemory =>
    decideAgent(before.agents.get(user), agent, changesOf.get(user) ?? [], world, decisions);
  const due = dueIn(before, world, changesOf) ?? world.agents;
  const looked = [...due.keys()].flatMap((user) => {
    const agent = world.agents.get(user);
    return agent === undefined ? [] : [[user, memoryOf(user, agent)] as const];
  });
  const agents =
    due === world.agents
      ? BlockMap.from(looked)
      : looked.reduce((all, [user, memory]) => all.with(user, memory), before.agents);
  const teams = decideTeams(before, world, decisions);
  const { connection, nextAtMs: connectionAtMs } = decideConnection(before.connection, world, decisions);
  const openConditions = openConditionsOf(before, agents, teams.episodes);
  const memory: Memory = {
    agents,
    teams: teams.episodes,
    connection,
    openConditions,
    lastId: decisions.lastId(),
  };
  const agentsAtMs = Math.min(...agents.blocks.map(({ values }) => firstAtMs(values)));
  return { memory, decisions: decisions.all, nextAtMs: Math.min(connectionAtMs, teams.nextAtMs, agentsAtMs) };
}

/** Whom to look at: of a thousand agents it is mostly one. Null means everybody. */
function dueIn(
  { agents }: Memory,
  world: World,
  changesOf: ReadonlyMap<string, unknown>,
): ReadonlySet<string> | null {
  if (world.touched === null || agents.size !== world.agents.size) return null;
  const due = new Set([...world.touched, ...changesOf.keys()]);
  for (const user of due) if (!agents.has(user)) return null;
  for (const { keys, values } of agents.blocks) {
    if (firstAtMs(values) > world.nowMs) continue;
    for (const [place, user] of keys.entries()) {
      if ((values[place]?.nextAtMs ?? never) <= world.nowMs) due.add(user);
    }
  }
  return due;
}

const never = Number.POSITIVE_INFINITY;

/** When the first of these is due. Most blocks are the same from one decision to the next. */
const firstAtMs = remember((memories: readonly AgentMemory[]) =>
  memories.reduce((least, { nextAtMs }) => Math.min(least, nextAtMs), never),
);

function decideTeams(before: Memory, world: World, decisions: Decisions) {
  const episodes = new Map<string, Episode>();
  let nextAtMs = never;
  for (const rule of world.rules) {
    if (!isTeamRule(rule)) continue;
    const decided = decideTeam(before.teams.get(rule.id) ?? null, rule, world, decisions);
    if (decided.episode !== null) episodes.set(rule.id, decided.episode);
    const told = before.teams.get(rule.id);
    if (told?.alertId != null && decided.episode?.key !== told.key) {
      decisions.add({ kind: 'over', alertId: told.alertId });
    }
    nextAtMs = Math.min(nextAtMs, decided.nextAtMs);
  }
  return { episodes, nextAtMs };
}

function openConditionsOf(before: Memory, agents: Memory['agents'], teams: Memory['teams']): OpenConditions {
  const changed = agents.changedSince(before.agents);
  const isAsBefore = (user: string): boolean =>
    agents.get(user)?.openConditions === before.agents.get(user)?.openConditions;
  const hasTeams = teams.size > 0 || before.teams.size > 0;
  if (!hasTeams && changed !== null && [...changed].every(isAsBefore)) return before.openConditions;
  const rows = new Map<string, Severity>();
  const icon: IconAlert[] = [];
  for (const [user, { openConditions }] of agents) {
    if (openConditions.row !== null) rows.set(user, openConditions.row);
    icon.push(...openConditions.icon);
  }
  for (const episode of teams.values()) {
    const { what } = episode.rule;
    icon.push(...onIcon(episode, what.kind === 'several' ? what.family : null));
  }
  const rank = (alert: IconAlert): number => -severities.indexOf(alert.severity);
  const sorted = icon.toSorted((a, b) => rank(a) - rank(b) || a.beganMs - b.beganMs);
  return sameOrNew(before.openConditions, { rows, icon: sorted });
}
