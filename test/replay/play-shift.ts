import type { AlertContent } from '../../src/main/alerts/content.ts';
import { assemble } from '../../src/main/assemble.ts';
import { createAppStore } from '../../src/main/state/store.ts';
import { createRandom } from '../../src/simulator/random.ts';
import { anAccount } from '../fakes/builders.ts';
import { createFakePower, inKeychain, keychainWith, plainEdges, settingsWith } from '../fakes/plain-edges.ts';
import { createFakeDialler } from './fake-dialler.ts';
import type { Recording, ShownRecord } from './recording.ts';
import { floorOf } from './shift-floor.ts';
import type { ShiftPlan } from './shift-plan.ts';
import { createVirtualTime } from './virtual-time.ts';
import { watchInbox } from './watch-inbox.ts';

/** For what is still held back when the shift ends. */
const afterwardsMs = 10_000;

/** Plays a whole shift: the real app on a floor that is only simulated. */
export async function playShift(plan: ShiftPlan): Promise<Recording> {
  using time = createVirtualTime(plan.startWallMs);
  const { clock } = time;
  const floor = floorOf(plan);
  const random = createRandom(plan.seed + 1);
  const dialler = createFakeDialler({ plan, floor, clock, random });
  const agentUsers = floor.people().map(({ user }) => user);
  const account = anAccount({ agentUsers });
  const store = createAppStore({ settings: { ...settingsWith(account), intervalMs: plan.intervalMs } });
  const powerMonitor = createFakePower();
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
  const app = assemble({
    ...plainEdges({
      clock,
      random,
      client: dialler.client,
      keychain: inKeychain(keychainWith(account.id, 'secret')),
      createNotifier: () => ({ show }),
      powerMonitor,
    }),
    store,
  });
  const inbox = watchInbox(store, clock, dialler.heardMs);

  await app.begin(false);
  for (const { kind, fromMs, lengthMs } of plan.interruptions) {
    if (kind !== 'sleep') continue;
    await time.runUntil(plan.startWallMs + fromMs);
    powerMonitor.emit('suspend');
    time.sleep(lengthMs);
    powerMonitor.emit('resume');
  }
  await time.runUntil(plan.startWallMs + plan.lengthMs);
  await app.answers.setPaused({ isPaused: true });
  await time.runUntil(plan.startWallMs + plan.lengthMs + afterwardsMs);
  await app.stop();
  return {
    plan,
    polls: dialler.polls,
    pollCount: dialler.pollCount(),
    inbox: inbox.events,
    shown,
    keptQuiet: inbox.keptQuiet,
  };
}
