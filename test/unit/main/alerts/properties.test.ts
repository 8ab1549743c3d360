import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Alert, alertTopics, quietReasons } from '../../../../src/shared/alert.ts';
import { type ChangeKind, changeKinds } from '../../../../src/shared/change.ts';
import type { Health } from '../../../../src/shared/health.ts';
import type { Reading } from '../../../../src/shared/reading.ts';
import { type EscalationLevel, escalationLevels, type OwnRule } from '../../../../src/shared/rules.ts';
import { defaultSettings, type Settings } from '../../../../src/shared/settings.ts';
import { tableOf } from '../../../../src/shared/tables.ts';
import { tellEvents } from '../../../../src/shared/tell-when.ts';
import { presets, presetThresholds } from '../../../../src/shared/thresholds.ts';
import { defaultWorkingHours } from '../../../../src/shared/working-hours.ts';
import type { AgentState } from '../../../../src/watch/agents.ts';
import { createScene, type Scene } from '../../../fakes/alert-scene.ts';
import { aRule, noonMs, toldIn } from '../../../fakes/alert-world.ts';
import { aCall, aReading } from '../../../fakes/builders.ts';

type Play = (scene: Scene) => void;

const users = ['ana', 'ben', 'cai'] as const;
const hourMs = 60 * 60_000;

const reading: fc.Arbitrary<Reading> = fc.oneof(
  fc
    .constantFrom('READY', 'READY', 'QUEUE', 'DISPOSITION', 'PAUSE', 'PAUSE - BREAK', 'COACHING', '')
    .map((status) => aReading(status)),
  fc
    .record({
      lead: fc.constantFrom('1', '2', '3'),
      status: fc.constantFrom('IN CALL', 'IN CALL', 'PARK', 'DEAD'),
    })
    .map(({ lead, status }) =>
      status === 'DEAD'
        ? aReading('DEAD', { leadId: lead })
        : aCall(lead, { status, inCallWith: `1555010000${lead}` }),
    ),
);
const user = fc.constantFrom(...users);
const failing: Health = { kind: 'failing', problem: { kind: 'timeout' }, sinceMs: 0, retryAtMs: 0 };

const hears = (scene: Scene, who: string, said: Reading, thenMs = 0): void => {
  scene.pass(1);
  scene.says(who, said, { afterGap: (scene.agent(who)?.staleSinceMs ?? null) !== null });
  if (thenMs > 0) scene.pass(thenMs);
};

const playing = <T>(of: fc.Arbitrary<T>, act: (scene: Scene, what: T) => void): fc.Arbitrary<Play> =>
  of.map((what) => (scene) => act(scene, what));

const lengthMs = fc.constantFrom(1_000, 5_000, 12_000, 21_000, 61_000, 200_000, 1_000_000);
const health = fc.constantFrom<Health>(failing, { kind: 'connecting' }, { kind: 'ok', sinceMs: 0 });

/** What can happen, as often as it does. Two answers about one agent never come at the same moment. */
const step: fc.Arbitrary<Play> = fc.oneof(
  {
    weight: 12,
    arbitrary: playing(fc.tuple(user, reading), (scene, [who, said]) => hears(scene, who, said)),
  },
  { weight: 8, arbitrary: playing(lengthMs, (scene, ms) => scene.pass(ms)) },
  { weight: 1, arbitrary: playing(user, (scene, who) => scene.lose(who)) },
  { weight: 1, arbitrary: playing(fc.constant(users), (scene, all) => scene.lose(...all)) },
  { weight: 1, arbitrary: playing(user, (scene, who) => scene.forget(who)) },
  { weight: 1, arbitrary: playing(health, (scene, now) => scene.become(now)) },
  { weight: 1, arbitrary: playing(fc.constantFrom(...users, null), (scene, who) => scene.look(who)) },
  { weight: 1, arbitrary: playing(fc.boolean(), (scene, isActive) => scene.setActive(isActive)) },
);

/** What single steps hardly ever add up to. */
const story: fc.Arbitrary<Play> = fc.oneof(
  playing(
    fc.tuple(user, fc.array(fc.constantFrom(5_000, 12_000, 25_000), { minLength: 2, maxLength: 6 })),
    (scene, [who, lengths]) => {
      for (const [index, ms] of lengths.entries()) {
        hears(scene, who, aCall(`9${index}`), ms);
        hears(scene, who, aReading('READY'), 5_000);
      }
    },
  ),
  playing(fc.tuple(user, fc.constantFrom(5_000, 61_000, 400_000)), (scene, [who, ms]) => {
    for (const said of [aReading('READY'), aCall('8'), aReading(''), aCall('8')]) hears(scene, who, said, ms);
  }),
  playing(
    fc.tuple(fc.constantFrom('READY', 'PAUSE', 'DISPOSITION'), fc.constantFrom(1, 31_000)),
    (scene, [status, ms]) => {
      for (const who of users) hears(scene, who, aReading(status), ms);
    },
  ),
);
const anything = fc.oneof({ weight: 9, arbitrary: step }, { weight: 2, arbitrary: story });
const plays = fc.array(anything, { minLength: 5, maxLength: 50 });

const delay = fc.constantFrom(null, 0, 10_000);
const escalation: fc.Arbitrary<Record<EscalationLevel, number | null>> = fc.record({
  row: delay,
  icon: delay,
  notify: delay,
  sound: delay,
});
const holdMs = fc.constantFrom(0, 0, 1_000, 30_000);
const whom = fc.constantFrom<OwnRule['whom']>(
  { kind: 'everyone' },
  { kind: 'me' },
  { kind: 'group', groupId: 'g' },
  { kind: 'agent', agentUser: 'ben' },
);
const ownRule = (what: fc.Arbitrary<OwnRule['what']>, id: string): fc.Arbitrary<OwnRule> =>
  fc
    .record({ what, holdMs, escalation, whom })
    .map(({ what: chosen, ...more }) => aRule(chosen, { ...more, id }));
const changeRule = (id: string) =>
  ownRule(
    fc.constantFrom(...changeKinds).map((change) => ({ kind: 'change', change })),
    id,
  );
const teamRules = fc.tuple(
  ownRule(fc.constant({ kind: 'several', family: 'paused', count: 2 }), 'several'),
  ownRule(fc.constant({ kind: 'nobody-ready', longerThanMs: 30_000 }), 'nobody'),
);
const thresholds = fc.constantFrom(...presets).map((preset) => presetThresholds[preset]);
const notify: fc.Arbitrary<Settings['notify']> = fc.record({
  ...tableOf(changeKinds, () => fc.boolean()),
  'call-connected': fc.constant(true),
});

/** One rule for every kind of change, so that what becomes of each can be counted. */
const plainSettings: fc.Arbitrary<Partial<Settings>> = fc
  .record({ thresholds, notify, teamRules, mutedAgents: fc.subarray([...users], { maxLength: 1 }) })
  .map(({ teamRules: rules, ...more }) => ({
    ...defaultSettings,
    ...more,
    rules,
    me: 'ana',
    groups: [{ id: 'g', name: 'g', colour: 'blue' as const, agentUsers: ['ana', 'cai'] }],
    dictionary: [{ status: 'PAUSE - BREAK', family: null, label: '', limitMs: 180_000 }],
    tellWhens: tellEvents.map((event) => ({ agentUser: 'cai', event })),
  }));
/** With more of them, each with levels and a hold time of its own. */
const anySettings = fc
  .record({ settings: plainSettings, own: fc.tuple(changeRule('a'), changeRule('b')) })
  .map(
    ({ settings, own }): Partial<Settings> => ({ ...settings, rules: [...own, ...(settings.rules ?? [])] }),
  );

/** Plays it all, looking at what every single answer or moment brought. */
function playThrough(settings: Partial<Settings>, all: readonly Play[], look: Look = () => undefined): Scene {
  const scene = createScene(settings, users);
  const looking = <Wanted extends readonly unknown[], Given>(act: (...wanted: Wanted) => Given) => {
    return (...wanted: Wanted): Given => {
      const from = scene.timedDecisions().length;
      const before = new Map(users.map((who) => [who, scene.agent(who)]));
      const given = act(...wanted);
      look(scene, toldIn(scene.decisions().slice(from)), before, from);
      return given;
    };
  };
  const { says, pass, lose, forget } = scene;
  const watched: Scene = {
    ...scene,
    says: looking(says),
    pass: looking(pass),
    lose: looking(lose),
    forget: looking(forget),
  };
  for (const play of all) play(watched);
  return scene;
}

type Look = (
  scene: Scene,
  told: readonly Alert[],
  before: ReadonlyMap<string, AgentState | undefined>,
  from: number,
) => void;

/** What one answer or moment may bring. */
const laws: Readonly<Record<string, () => Look>> = {
  'no rule tells of what an agent’s first answer says': () => (scene, told, before) => {
    for (const who of users) {
      const isFirst = before.get(who)?.since === null && scene.agent(who)?.phase === 'known';
      const ofFirst = told.filter(({ agentUser, topic }) => agentUser === who && topic !== 'tell-when');
      if (isFirst) expect(ofFirst).toEqual([]);
    }
    if (users.every((who) => before.get(who)?.since === null))
      expect(told.filter(({ topic }) => topic === 'several' || topic === 'nobody-ready')).toEqual([]);
  },
  'nothing is told about an agent who is out of sight': () => (scene, told, before) => {
    const isUnseen = (agent: AgentState | undefined) =>
      agent?.phase !== 'known' || agent.staleSinceMs !== null;
    for (const who of users) {
      if (!isUnseen(before.get(who)) || !isUnseen(scene.agent(who))) continue;
      expect(told.filter(({ agentUser }) => agentUser === who)).toEqual([]);
    }
  },
  'no state is told of twice in an episode, over gaps and all': () => {
    const episodes = new Set<string>();
    return (scene, told) => {
      for (const { topic, agentUser } of told) {
        const agent = agentUser === null ? undefined : scene.agent(agentUser);
        const ofFamily = topic === 'overstay' || topic === 'still';
        if (agent === undefined || !(ofFamily || topic.startsWith('allowance'))) continue;
        const sinceMs = (ofFamily ? agent.familySince : agent.since)?.atMs;
        const episode = `${topic} ${agentUser} ${agent.reading.family} ${sinceMs}`;
        expect(episodes).not.toContain(episode);
        episodes.add(episode);
      }
    };
  },
};

type Check = (settings: Partial<Settings>, all: readonly Play[]) => void;

const always = (check: Check, { of = anySettings, playedAs = plays, numRuns = 200 } = {}): void =>
  fc.assert(fc.property(of, playedAs, check), { numRuns });

it('what the sequences below bring is everything that can be decided', { timeout: 60_000 }, () => {
  const brought = new Set<string>();
  for (const [settings, all] of fc.sample(fc.tuple(anySettings, plays), { seed: 1, numRuns: 400 })) {
    for (const decision of playThrough(settings, all).decisions()) {
      if (decision.kind === 'tell') brought.add(decision.alert.topic).add(decision.notify);
      else brought.add(decision.kind === 'keep-quiet' ? decision.entry.reason : decision.kind);
    }
  }
  const elsewhere: readonly string[] = ['refused', 'muted', 'outside-hours', 'acknowledged'];
  expect(
    [...alertTopics, ...quietReasons].filter((one) => !elsewhere.includes(one) && !brought.has(one)),
  ).toEqual([]);
  expect([...brought]).toEqual(
    expect.arrayContaining(['grow', 'notify-again', 'over', 'disarm', 'at-once', 'in-summary']),
  );
});

describe('whatever happens', { timeout: 60_000 }, () => {
  it.each(Object.entries(laws))('%s', (_law, begin) => {
    always((settings, all) => void playThrough(settings, all, begin()));
  });

  it('what was acknowledged notifies no more', () => {
    const acknowledgeAll = fc.constant<Play>((scene) => scene.acknowledge(null));
    const playedAs = fc.array(
      fc.oneof({ weight: 8, arbitrary: anything }, { weight: 2, arbitrary: acknowledgeAll }),
      { minLength: 5, maxLength: 60 },
    );
    const check: Check = (settings, all) => {
      const seen = new Set<number>();
      const acknowledging = all.map(
        (play): Play =>
          (scene) =>
            play({
              ...scene,
              acknowledge: (id) => {
                for (const alert of scene.told()) seen.add(alert.id);
                scene.acknowledge(id);
              },
            }),
      );
      playThrough(settings, acknowledging, (scene, _told, _before, from) => {
        for (const { decision } of scene.timedDecisions().slice(from)) {
          if (decision.kind === 'notify-again') expect(seen).not.toContain(decision.alertId);
        }
      });
    };
    always(check, { playedAs });
  });

  it('every change is told once, counted by a line, still waiting, or kept quiet with a reason', () => {
    const check: Check = (settings, all) => {
      const { scene, changes } = playCounting(settings, all);
      for (const [of, count] of changes) expect([of, fateCount(scene, of)]).toEqual([of, count]);
    };
    always(check, { of: plainSettings });
  });

  it('no change is told twice or forgotten, however many rules want it', () => {
    always((settings, all) => {
      const { scene, changes } = playCounting(settings, all);
      for (const [of, count] of changes) {
        expect(toldOf(scene, of)).toBeLessThanOrEqual(count);
        expect(fateCount(scene, of)).toBeGreaterThanOrEqual(count);
      }
    });
  });

  it('the same is decided when it happens again, numbers rise, and no number of a customer is whole', () => {
    always((settings, all) => {
      const [first, second] = [playThrough(settings, all), playThrough(settings, all)];
      expect(second.timedDecisions()).toEqual(first.timedDecisions());
      expect(second.openConditions()).toEqual(first.openConditions());
      const ids = first.decisions().flatMap((decision) => {
        if (decision.kind === 'tell') return [decision.alert.id];
        return decision.kind === 'keep-quiet' ? [decision.entry.id] : [];
      });
      expect(ids).toEqual([...new Set(ids)].toSorted((a, b) => a - b));
      expect(JSON.stringify(first.timedDecisions())).not.toMatch(/1555010000/);
    });
  });

  const nights = { isOn: true, days: { ...defaultWorkingHours.days, tue: null, wed: null } };
  it.each([
    ['muted', { mutedUntilMs: noonMs + 24 * hourMs }],
    ['muted', { mutedUntilMs: noonMs + 24 * hourMs, workingHours: nights }],
    ['outside-hours', { workingHours: nights }],
  ] as const)('nothing notifies while %s, and each says so, with %o', (reason, silence) => {
    const check: Check = (settings, all) => {
      const scene = playThrough({ ...settings, ...silence }, all);
      const passes = (alert: Alert) => reason === 'outside-hours' && alert.topic === 'tell-when';
      for (const { decision } of scene.timedDecisions()) {
        expect(decision.kind).not.toBe('notify-again');
        if (decision.kind !== 'tell' || passes(decision.alert)) continue;
        expect(decision).toMatchObject({ notify: 'none', alert: { quiet: reason } });
      }
      const silent = scene.told().filter((alert) => !passes(alert));
      expect(scene.reasons().filter((one) => one === reason)).toHaveLength(silent.length);
    };
    always(check, { numRuns: 70 });
  });
});

interface Of {
  readonly agentUser: string;
  readonly kind: ChangeKind;
}

function playCounting(settings: Partial<Settings>, all: readonly Play[]) {
  const scene = createScene(settings, users);
  const counts = new Map(
    users.flatMap((agentUser) => changeKinds.map((kind) => [`${agentUser} ${kind}`, 0])),
  );
  const counting: Scene = {
    ...scene,
    says: (...said) => {
      const changes = scene.says(...said);
      for (const { agentUser, kind } of changes) {
        const key = `${agentUser} ${kind}`;
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
      return changes;
    },
  };
  for (const play of all) play(counting);
  const changes = users.flatMap((agentUser) =>
    changeKinds.map((kind): [Of, number] => [{ agentUser, kind }, counts.get(`${agentUser} ${kind}`) ?? 0]),
  );
  return { scene, changes };
}

/** A line of short calls is told with the last of them. */
const isTopicOf = (topic: Alert['topic'], kind: ChangeKind): boolean =>
  topic === kind || (topic === 'short-calls' && kind === 'call-connected');

const toldOf = (scene: Scene, { agentUser, kind }: Of): number =>
  scene.told().filter((alert) => alert.agentUser === agentUser && isTopicOf(alert.topic, kind)).length;

function fateCount(scene: Scene, of: Of): number {
  const quiet = scene.decisions().filter(
    (decision) =>
      decision.kind === 'keep-quiet' &&
      decision.entry.agentUser === of.agentUser &&
      isTopicOf(decision.entry.topic, of.kind) &&
      // These stand beside a line of the inbox.
      !['muted', 'outside-hours', 'in-sight', 'waits-for-length', 'acknowledged'].includes(
        decision.entry.reason,
      ),
  );
  const { episodes = [] } = scene.memory().agents.get(of.agentUser) ?? {};
  const waiting = episodes.filter(
    ({ change, rule, alertId, reached }) =>
      change?.kind === of.kind &&
      alertId === null &&
      escalationLevels.slice(2).some((one) => rule.escalation[one] !== null) &&
      !reached.has('notify') &&
      !reached.has('sound'),
  );
  return toldOf(scene, of) + quiet.length + waiting.length;
}
