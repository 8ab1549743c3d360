import type { Change } from '../../shared/change.ts';
import { severities } from '../../shared/rules.ts';
import { isCurrent } from '../current.ts';
import { topicOf } from './condition.ts';
import { decideAgent } from './decide-agent.ts';
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
  return { memory, verdicts: scribe.verdicts, standing: standingOf(memory, world), nextAtMs };
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
  const after = new Map<string, AgentMemory>();
  for (const [user, agent] of world.agents) {
    const known = before.agents.get(user);
    const changes = changesOf.get(user) ?? [];
    const isDue =
      known === undefined ||
      changes.length > 0 ||
      world.touched === null ||
      world.touched.has(user) ||
      known.nextAtMs <= world.nowMs;
    after.set(user, isDue ? decideAgent(known, agent, changes, world, scribe) : known);
  }
  return after;
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

function standingOf({ agents, teams }: Memory, world: World): Standing {
  const rows = new Map<string, (typeof severities)[number]>();
  const icon: IconAlert[] = [];
  const onIcon = (episode: Episode): void => {
    const { rule, agentUser, beganMs, count } = episode;
    if (!episode.reached.has('icon') || episode.isAcknowledged) return;
    const ofRule = rule.what.kind === 'several' ? rule.what.family : null;
    const family = agentUser === null ? ofRule : (world.agents.get(agentUser)?.reading.family ?? null);
    icon.push({ topic: topicOf(rule), severity: rule.severity, agentUser, family, beganMs, count });
  };
  for (const [user, { episodes }] of agents) {
    const agent = world.agents.get(user);
    if (agent === undefined || !isCurrent(agent)) continue;
    for (const episode of episodes) {
      const { severity } = episode.rule;
      if (episode.reached.has('row') && rows.get(user) !== 'alarm') rows.set(user, severity);
      onIcon(episode);
    }
  }
  for (const episode of teams.values()) onIcon(episode);
  const rank = (alert: IconAlert): number => -severities.indexOf(alert.severity);
  return { rows, icon: icon.toSorted((a, b) => rank(a) - rank(b) || a.beganMs - b.beganMs) };
}
