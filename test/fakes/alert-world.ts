import { type Decided, decide } from '../../src/main/alerts/decide.ts';
import { emptyMemory } from '../../src/main/alerts/memory.ts';
import { rulesOf } from '../../src/main/alerts/rules-of.ts';
import type { Decision, World } from '../../src/main/alerts/world.ts';
import { meaningLookup } from '../../src/main/statuses/dictionary.ts';
import type { Alert, QuietReason } from '../../src/shared/alert.ts';
import { type Change, changeKinds } from '../../src/shared/change.ts';
import type { OwnRule, OwnWhat } from '../../src/shared/rules.ts';
import { defaultSettings, type Settings } from '../../src/shared/settings.ts';
import { tableOf } from '../../src/shared/tables.ts';
import type { AgentState } from '../../src/watch/agents.ts';
import { anAgent } from './builders.ts';

/** A Tuesday, at noon. */
export const noonMs = Date.UTC(2026, 10, 24, 12);

export type WorldPart = Partial<Omit<World, 'rules' | 'meaningOf' | 'settings' | 'agents'>> & {
  readonly settings?: Partial<Settings>;
  readonly agents?: readonly AgentState[];
};

export function aWorld({ settings: wanted = {}, agents = [], ...more }: WorldPart = {}): World {
  const settings: Settings = { ...defaultSettings, ...wanted };
  const nowMs = more.nowMs ?? 0;
  return {
    nowMs,
    wallMs: noonMs + nowMs,
    agents: new Map(agents.map((agent) => [agent.user, agent])),
    touched: null,
    changes: [],
    health: { kind: 'ok', sinceMs: 0 },
    wokeMs: null,
    settings,
    rules: rulesOf(settings),
    meaningOf: meaningLookup(settings.dictionary),
    intervalMs: 5_000,
    isUserActive: false,
    inSight: null,
    ...more,
  };
}

/** What a change alone is decided to be, of an agent who is now as it says. */
export function decideChange(
  change: Change,
  notify: Settings['notify'],
  more: Partial<Settings> = {},
): Decided {
  const { agentUser, to, seenMs, late } = change;
  const since = { atMs: seenMs, atLeast: late };
  const seen = { sinceMs: late ? seenMs : seenMs - 1, isBaseline: false };
  const agent = anAgent(agentUser, to, { since, familySince: since, seen });
  const world = aWorld({
    nowMs: seenMs,
    agents: [agent],
    changes: [change],
    settings: { notify, ...more },
  });
  return decide(emptyMemory(), world);
}

export const toldIn = (decisions: readonly Decision[]): readonly Alert[] =>
  decisions.flatMap((decision) => (decision.kind === 'tell' ? [decision.alert] : []));

export const reasonsIn = (decisions: readonly Decision[]): readonly QuietReason[] =>
  decisions.flatMap((decision) => (decision.kind === 'keep-quiet' ? [decision.entry.reason] : []));

/** Settings by which nothing is told but what a test asks for. */
export const quietSettings = {
  notify: tableOf(changeKinds, () => false),
  thresholds: {
    paused: { warningMs: null, alarmMs: null, notifies: false },
    'wrap-up': { warningMs: null, alarmMs: null, notifies: false },
    dead: { warningMs: null, alarmMs: null, notifies: false },
    'in-call': { warningMs: null, alarmMs: null, notifies: false },
    ready: { warningMs: null, alarmMs: null, notifies: false },
  },
  nudges: false,
} satisfies Partial<Settings>;

export const aRule = (what: OwnWhat, more: Partial<OwnRule> = {}): OwnRule => ({
  id: 'own-1',
  isOn: true,
  whom: { kind: 'everyone' },
  what,
  holdMs: 0,
  severity: 'warning',
  escalation: { row: null, icon: null, notify: 0, sound: null },
  ...more,
});

/** Decides moment after moment, remembering. */
export function createDecider() {
  let memory = emptyMemory();
  return {
    decide: (part: WorldPart): Decided => {
      const decided = decide(memory, aWorld(part));
      memory = decided.memory;
      return decided;
    },
    memory: () => memory,
  };
}
