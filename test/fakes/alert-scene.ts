import { decide } from '../../src/main/alerts/decide.ts';
import { acknowledge, emptyMemory, type Memory } from '../../src/main/alerts/memory.ts';
import type { Decision, World } from '../../src/main/alerts/world.ts';
import { enter, type Records } from '../../src/main/inbox/records.ts';
import type { Change } from '../../src/shared/change.ts';
import type { Health } from '../../src/shared/health.ts';
import { noLiveState, type Reading } from '../../src/shared/reading.ts';
import type { Settings } from '../../src/shared/settings.ts';
import { type AgentState, unseenAgent } from '../../src/watch/agents.ts';
import { foldReading } from '../../src/watch/monitor/fold-reading.ts';
import { aWorld, noonMs, reasonsIn, toldIn } from './alert-world.ts';
import { aReading } from './builders.ts';

export type Scene = ReturnType<typeof createScene>;

type Step =
  | number
  | readonly [
      users: string | readonly string[],
      said: string | Reading | null,
      how?: { readonly afterGap: boolean },
    ];

export interface TimedDecision {
  readonly atMs: number;
  readonly decision: Decision;
}

/** Agents who are read, and time that passes: decided at every moment at which the app would decide. */
export function createScene(wanted: Partial<Settings> = {}, users: readonly string[] = ['ana']) {
  let settings = wanted;
  let nowMs = 0;
  let lastChangeId = 0;
  let agents = new Map<string, AgentState>(users.map((user) => [user, unseenAgent(user, noLiveState)]));
  let health: Health = { kind: 'ok', sinceMs: 0 };
  let wokeMs: number | null = null;
  let isUserActive = false;
  let inSight: string | null = null;
  let wallMs = noonMs;
  let memory: Memory = emptyMemory();
  let records: Records = { inbox: [], keptQuiet: [] };
  let nextAtMs = Number.POSITIVE_INFINITY;
  const timedDecisions: TimedDecision[] = [];

  function decideNow(touched: World['touched'], changes: readonly Change[] = []): void {
    const decided = decide(
      memory,
      aWorld({
        nowMs,
        wallMs: wallMs + nowMs,
        agents: [...agents.values()],
        settings,
        touched,
        changes,
        health,
        wokeMs,
        isUserActive,
        inSight,
      }),
    );
    ({ memory, nextAtMs } = decided);
    if (nextAtMs <= nowMs) throw new Error('It would decide again at once, and for ever.');
    records = enter(records, decided.decisions);
    timedDecisions.push(...decided.decisions.map((decision) => ({ atMs: nowMs, decision })));
    for (const decision of decided.decisions) {
      if (decision.kind !== 'disarm') continue;
      const tellWhens = (settings.tellWhens ?? []).filter((one) => one !== decision.tellWhen);
      settings = { ...settings, tellWhens };
    }
  }

  function change(user: string, changed: (agent: AgentState) => AgentState): void {
    const agent = agents.get(user);
    if (agent !== undefined) agents = new Map(agents).set(user, changed(agent));
  }

  const decisions = (): readonly Decision[] => timedDecisions.map(({ decision }) => decision);

  const scene = {
    nowMs: () => nowMs,
    timedDecisions: (): readonly TimedDecision[] => timedDecisions,
    decisions,
    told: () => toldIn(decisions()),
    topics: () => toldIn(decisions()).map(({ topic }) => topic),
    reasons: () => reasonsIn(decisions()),
    inbox: () => records.inbox,
    openConditions: () => memory.openConditions,
    memory: () => memory,
    settings: () => settings,
    agent: (user: string) => agents.get(user),
    nextAtMs: () => nextAtMs,
    /** Every time something notifications, and how. */
    notifications: () =>
      timedDecisions.flatMap(
        ({ atMs, decision }): { atMs: number; escalation: 'again' | 'at-once' | 'in-summary' }[] => {
          if (decision.kind === 'notify-again') return [{ atMs, escalation: 'again' }];
          if (decision.kind !== 'tell' || decision.notify === 'none') return [];
          return [{ atMs, escalation: decision.notify }];
        },
      ),
    /** What one good poll says; after a gap nobody knows when it became so. */
    says: (user: string, said: string | Reading, { afterGap = false } = {}): readonly Change[] => {
      const agent = agents.get(user);
      if (agent === undefined) return [];
      const reading = typeof said === 'string' ? aReading(said) : said;
      const { agent: after, kinds } = foldReading(agent, reading, nowMs, afterGap);
      const changes = kinds.map((kind): Change => {
        lastChangeId += 1;
        const moment = { seenMs: nowMs, late: afterGap };
        return { id: lastChangeId, agentUser: user, kind, from: agent.reading, to: reading, ...moment };
      });
      agents = new Map(agents).set(user, after);
      decideNow(new Set([user]), changes);
      return changes;
    },
    pass: (ms: number): void => {
      const endMs = nowMs + ms;
      while (nextAtMs <= endMs) {
        nowMs = nextAtMs;
        decideNow(new Set());
      }
      nowMs = Math.max(nowMs, endMs);
      decideNow(new Set());
    },
    /** Nobody has heard of them for too long. */
    lose: (...lost: readonly string[]): void => {
      for (const user of lost) change(user, (agent) => ({ ...agent, staleSinceMs: nowMs }));
      decideNow(new Set(lost));
    },
    /** Their own polls fail while others are answered. */
    problem: (user: string): void => {
      change(user, (agent) => ({ ...agent, problem: 'dialler-error' }));
      decideNow(new Set([user]));
    },
    /** The dialler says that there is nobody of that name. */
    forget: (user: string): void => {
      change(user, (agent) => ({ ...agent, phase: 'unknown', problem: 'unknown-agent' }));
      decideNow(new Set([user]));
    },
    add: (user: string): void => {
      agents = new Map(agents).set(user, unseenAgent(user, noLiveState));
      decideNow(new Set([user]));
    },
    want: (more: Partial<Settings>): void => {
      settings = { ...settings, ...more };
      decideNow(null);
    },
    become: (now: Health): void => {
      health = now;
      decideNow(new Set());
    },
    wake: (): void => {
      wokeMs = nowMs;
    },
    /** Opens this agent's row in a window that has the focus. */
    look: (user: string | null): void => {
      inSight = user;
    },
    setActive: (isActive: boolean): void => {
      isUserActive = isActive;
    },
    /** Moves the wall clock alone. */
    setWall: (atMs: number): void => {
      wallMs = atMs - nowMs;
    },
    acknowledge: (id: number | null): void => {
      memory = acknowledge(memory, id === null ? null : new Set([id]));
      decideNow(new Set());
    },
  };
  return {
    ...scene,
    /** Who says what, and how long then passes, one after another; of null nobody has heard for too long. */
    play: (...steps: readonly Step[]): void => {
      for (const step of steps) {
        if (typeof step === 'number') scene.pass(step);
        else if (step[1] === null) scene.lose(...[step[0]].flat());
        else for (const user of [step[0]].flat()) scene.says(user, step[1], step[2]);
      }
    },
  };
}

/** The same five seconds after everybody was seen in this status. */
export function createBegunScene(
  wanted: Partial<Settings> = {},
  users: readonly string[] = ['ana'],
  status = 'READY',
): Scene {
  const scene = createScene(wanted, users);
  scene.play([users, status], 5_000);
  return scene;
}
