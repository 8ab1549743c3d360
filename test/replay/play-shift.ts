import { createUrgencyOf } from '../../src/main/account/urgency.ts';
import { createWatching } from '../../src/main/account/watching.ts';
import { createAlerts } from '../../src/main/alerts/alerts.ts';
import type { AlertContent } from '../../src/main/alerts/content.ts';
import { createWords } from '../../src/main/app/words.ts';
import { createAppStore } from '../../src/main/state/store.ts';
import { interpret, withStatus } from '../../src/main/statuses/dictionary.ts';
import { defaultSettings } from '../../src/shared/settings.ts';
import { createRandom } from '../../src/simulator/random.ts';
import { createMonitor } from '../../src/watch/monitor/monitor.ts';
import type { Interpret } from '../../src/watch/watch-state.ts';
import { createFakeDialler } from './fake-dialler.ts';
import type { Recording, ShownRecord } from './recording.ts';
import { floorOf } from './shift-floor.ts';
import type { ShiftPlan } from './shift-plan.ts';
import { createVirtualTime } from './virtual-time.ts';
import { watchInbox } from './watch-inbox.ts';

/** For what is still held back when the shift ends. */
const afterwardsMs = 10_000;

const log = { debug: nothing, info: nothing, warn: nothing, error: nothing };
function nothing(): void {
  // A shift has no log.
}

/** Plays a whole shift: the real monitor, store, dictionary and alerts on a floor that is only simulated. */
export async function playShift(
  plan: ShiftPlan,
  start: typeof createAlerts = createAlerts,
): Promise<Recording> {
  using time = createVirtualTime(plan.startWallMs);
  const { clock } = time;
  const floor = floorOf(plan);
  const random = createRandom(plan.seed + 1);
  const store = createAppStore({ settings: { ...defaultSettings, intervalMs: plan.intervalMs } });
  const interpretNow: Interpret = (reading) => interpret(reading, store.getState().settings.dictionary);
  const dialler = createFakeDialler({ plan, floor, clock, random, interpret: interpretNow });
  const heardOf = new Map<string, number>();
  const monitor = createMonitor({
    store,
    clock,
    random,
    urgencyOf: createUrgencyOf(store, clock),
    ask: async (user, signal) => {
      const outcome = await dialler.ask(user, signal);
      if (outcome.kind === 'reading') heardOf.set(user, clock.nowMs());
      return outcome;
    },
    onUpdate: (update) => {
      const { unknownStatus } = update;
      if (unknownStatus !== null) {
        store.setState(({ settings }) => ({
          settings: { ...settings, dictionary: withStatus(settings.dictionary, unknownStatus) },
        }));
      }
      alerts.take(update);
    },
  });
  const watching = createWatching({ store, monitor, closeConnections: async () => undefined });
  const shown: ShownRecord[] = [];
  const show = ({ title, alertIds }: AlertContent) => {
    const record: ShownRecord = { atMs: clock.wallMs(), title, alertIds, closedAtMs: null };
    shown.push(record);
    return {
      close: () => {
        record.closedAtMs ??= clock.wallMs();
      },
    };
  };
  const alerts = start({ store, words: createWords(), clock, log, show, idleMs: () => 0 });
  const inbox = watchInbox(store, clock, (user) => heardOf.get(user) ?? null);

  const agentUsers = floor.people().map(({ user }) => user);
  const account = { id: 'shift', baseUrl: '', apiUser: '', method: 'post', format: 'json' } as const;
  watching.switchTo({ ...account, agentUsers, isDemo: false }, { kind: 'keychain' });
  for (const { kind, fromMs, lengthMs } of plan.interruptions) {
    if (kind !== 'sleep') continue;
    await time.runUntil(plan.startWallMs + fromMs);
    // As `power.ts` has it.
    watching.sleep();
    time.sleep(lengthMs);
    store.setState({ wokeMs: clock.nowMs() });
    void watching.wake();
  }
  await time.runUntil(plan.startWallMs + plan.lengthMs);
  monitor.stop({ kind: 'idle' });
  await time.runUntil(plan.startWallMs + plan.lengthMs + afterwardsMs);
  for (const stop of [watching.stop, alerts.stop]) stop();
  return {
    plan,
    polls: dialler.polls,
    pollCount: dialler.pollCount(),
    inbox: inbox.events,
    shown,
    keptQuiet: inbox.keptQuiet,
  };
}
