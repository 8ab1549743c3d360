import type { Change } from '../../shared/change.ts';
import { type Severity, severities } from '../../shared/rules.ts';
import type { AgentState } from '../store.ts';
import { decideAgent, onIcon } from './decide-agent.ts';
import { decideTeam, isTeamRule } from './decide-team.ts';
import { decideTrouble } from './decide-trouble.ts';
import type { AgentMemory, Episode, Memory } from './memory.ts';
import { createScribe } from './scribe.ts';
import type { IconAlert, Standing } from './standing.ts';
import type { Verdict, World } from './world.ts';

export interface Decided {
  readonly memory: Memory;
  readonly verdicts: readonly Verdict[];
  readonly standing: Standing;
  /** When to decide again although nothing changed; infinity when time alone brings nothing. */
  readonly nextAtMs: number;
}

/** The one place that says what is worth telling: from what was known before and what is so now. */
export function decide(before: Memory, world: World): Decided {
  const scribe = createScribe(world, before.lastId);
  const agents = decideAgents(before, world, scribe);
  const teams = decideTeams(before, world, scribe);
  const { trouble, nextAtMs: troubleAtMs } = decideTrouble(before.trouble, world, scribe);
  const memory: Memory = { agents, teams: teams.episodes, trouble, lastId: scribe.lastId() };
  let nextAtMs = Math.min(troubleAtMs, teams.nextAtMs);
  for (const agent of agents.values()) nextAtMs = Math.min(nextAtMs, agent.nextAtMs);
  return { memory, verdicts: scribe.verdicts, standing: standingOf(memory), nextAtMs };
}

function decideAgents(
  before: Memory,
  world: World,
  scribe: ReturnType<typeof createScribe>,
): ReadonlyMap<string, AgentMemory> {
  const changesOf = new Map<string, Change[]>();
  for (const change of world.changes) {
    changesOf.set(change.agentUser, [...(changesOf.get(change.agentUser) ?? []), change]);
  }
  const decided = (user: string, agent: AgentState): AgentMemory =>
    decideAgent(before.agents.get(user), agent, changesOf.get(user) ?? [], world, scribe);
  const due = dueIn(before, world, changesOf);
  if (due === null) {
    return new Map([...world.agents].map(([user, agent]) => [user, decided(user, agent)]));
  }
  if (due.size === 0) return before.agents;
  const after = new Map(before.agents);
  for (const user of due) {
    const agent = world.agents.get(user);
    if (agent !== undefined) after.set(user, decided(user, agent));
  }
  return after;
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
  for (const [user, { nextAtMs }] of agents) if (nextAtMs <= world.nowMs) due.add(user);
  return due;
}

function decideTeams(before: Memory, world: World, scribe: ReturnType<typeof createScribe>) {
  const episodes = new Map<string, Episode>();
  let nextAtMs = Number.POSITIVE_INFINITY;
  for (const rule of world.rules) {
    if (!isTeamRule(rule)) continue;
    const decided = decideTeam(before.teams.get(rule.id) ?? null, rule, world, scribe);
    if (decided.episode !== null) episodes.set(rule.id, decided.episode);
    nextAtMs = Math.min(nextAtMs, decided.nextAtMs);
  }
  return { episodes, nextAtMs };
}

function standingOf({ agents, teams }: Memory): Standing {
  const rows = new Map<string, Severity>();
  const icon: IconAlert[] = [];
  for (const [user, { standing }] of agents) {
    if (standing.row !== null) rows.set(user, standing.row);
    icon.push(...standing.icon);
  }
  for (const episode of teams.values()) {
    const { what } = episode.rule;
    icon.push(...onIcon(episode, what.kind === 'several' ? what.family : null));
  }
  const rank = (alert: IconAlert): number => -severities.indexOf(alert.severity);
  return { rows, icon: icon.toSorted((a, b) => rank(a) - rank(b) || a.beganMs - b.beganMs) };
}
