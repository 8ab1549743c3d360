import { integer, pick, type Random } from '../../src/simulator/random.ts';
import type { MainProcess } from '../fakes/main-process.ts';

/** Somebody who now and then does something with the app, and who can be asked to put everything back. */
export function createSoakUser(
  { answers, window, store }: MainProcess,
  agentUsers: readonly string[],
  random: Random,
) {
  let guests = 0;
  const anyAgent = (): string => agentUsers[integer(random, 0, agentUsers.length - 1)] ?? '';
  const watched = (): readonly string[] => store.getState().account?.agentUsers ?? [];

  /** Each takes its place in a list of what people do; what is there twice is done twice as often. */
  const habits: readonly (() => unknown)[] = [
    () => window.open(),
    () => window.hide(),
    () => window.hide(),
    () => answers.getState({}),
    () => answers.listInbox({}),
    () => answers.acknowledge({ id: store.getState().inbox.at(-1)?.id ?? null }),
    () => answers.acknowledge({ id: null }),
    () => answers.clearInbox({}),
    () => answers.restoreInbox({}),
    () => answers.muteAgent({ agentUser: anyAgent(), isMuted: random() < 0.5 }),
    () =>
      answers.tellWhen({
        agentUser: anyAgent(),
        event: pick(random, ['free', 'back', 'call-ends']),
        isArmed: random() < 0.7,
      }),
    () => answers.mute({ span: pick(random, ['15-min', '1-hour', null]) }),
    () => answers.testNotification({}),
    () => answers.refresh({}),
    () => answers.setPaused({ isPaused: true }),
    () => answers.setPaused({ isPaused: false }),
    () => answers.setPaused({ isPaused: false }),
    () => answers.getLoad({}),
    () => answers.getRoster({ isFresh: random() < 0.5 }),
    () => answers.keepDrifted({ agentUsers: [anyAgent()] }),
    () => answers.exportDictionary({}),
    () => answers.removeAgent({ agentUser: anyAgent() }),
    () => answers.addAgents({ agentUsers }),
    // Nobody is ever added twice: what is kept by name and never let go of would show.
    () => answers.addAgents({ agentUsers: [`guest-${++guests}`, `guest-${++guests}`] }),
    () => answers.changePreferences({ change: { theme: pick(random, ['light', 'dark', 'system']) } }),
    () => answers.changePreferences({ change: { language: pick(random, ['en', 'es', null]) } }),
    () => answers.changePreferences({ change: { pinned: [anyAgent(), anyAgent()] } }),
    () => answers.changePreferences({ change: { isPresenting: random() < 0.5 } }),
    () => answers.changePreferences({ change: { groups: aGroup(agentUsers) } }),
  ];

  return {
    act: (): void => {
      const habit = habits[integer(random, 0, habits.length - 1)];
      void habit?.();
    },
    putBack: async (): Promise<void> => {
      window.hide();
      for (const agentUser of watched()) {
        if (!agentUsers.includes(agentUser)) await answers.removeAgent({ agentUser });
      }
      await answers.addAgents({ agentUsers });
      await answers.setPaused({ isPaused: false });
      await answers.mute({ span: null });
      for (const agentUser of store.getState().settings.mutedAgents) {
        await answers.muteAgent({ agentUser, isMuted: false });
      }
      await answers.changePreferences({ change: { isPresenting: false, language: null, pinned: [] } });
    },
  };
}

const aGroup = (agentUsers: readonly string[]) => [
  { id: 'g1', name: 'Night', colour: 'blue' as const, agentUsers: agentUsers.slice(0, 7) },
];
