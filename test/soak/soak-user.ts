import { integer, pick, type Random } from '../../src/simulator/random.ts';
import type { MainProcess } from '../fakes/main-process.ts';

/** Somebody who now and then does something with the app, and who can be asked to put everything back. */
export function createSoakUser(
  { answers, setPopover, store }: MainProcess,
  agentUsers: readonly string[],
  random: Random,
) {
  let guests = 0;
  const anyAgent = (): string => agentUsers[integer(random, 0, agentUsers.length - 1)] ?? '';
  const watched = (): readonly string[] => store.getState().account?.agentUsers ?? [];

  /** Each takes its place in a list of what people do; what is there twice is done twice as often. */
  const habits: readonly (() => unknown)[] = [
    () => setPopover(true),
    () => setPopover(false),
    () => setPopover(false),
    () => answers['state:get']({}),
    () => answers['inbox:list']({}),
    () => answers['inbox:acknowledge']({ id: store.getState().inbox.at(-1)?.id ?? null }),
    () => answers['inbox:acknowledge']({ id: null }),
    () => answers['inbox:clear']({}),
    () => answers['inbox:restore']({}),
    () => answers['agent:mute']({ agentUser: anyAgent(), isMuted: random() < 0.5 }),
    () =>
      answers['agent:tell-when']({
        agentUser: anyAgent(),
        event: pick(random, ['free', 'back', 'call-ends']),
        isArmed: random() < 0.7,
      }),
    () => answers['alerts:mute']({ span: pick(random, ['15-min', '1-hour', null]) }),
    () => answers['alerts:test']({}),
    () => answers['watch:refresh']({}),
    () => answers['watch:pause']({ isPaused: true }),
    () => answers['watch:pause']({ isPaused: false }),
    () => answers['watch:pause']({ isPaused: false }),
    () => answers['load:get']({}),
    () => answers['roster:get']({ isFresh: random() < 0.5 }),
    () => answers['roster:keep']({ agentUsers: [anyAgent()] }),
    () => answers['dictionary:export']({}),
    () => answers['agents:remove']({ agentUser: anyAgent() }),
    () => answers['agents:add']({ agentUsers }),
    // Nobody is ever added twice: what is kept by name and never let go of would show.
    () => answers['agents:add']({ agentUsers: [`guest-${++guests}`, `guest-${++guests}`] }),
    () => answers['agents:rename']({ agentUser: watched().at(-1) ?? '', newUser: `guest-${++guests}` }),
    () => answers['preferences:change']({ change: { theme: pick(random, ['light', 'dark', 'system']) } }),
    () => answers['preferences:change']({ change: { language: pick(random, ['en', 'es', null]) } }),
    () => answers['preferences:change']({ change: { pinned: [anyAgent(), anyAgent()] } }),
    () => answers['preferences:change']({ change: { isPresenting: random() < 0.5 } }),
    () => answers['preferences:change']({ change: { groups: aGroup(agentUsers) } }),
  ];

  return {
    act: (): void => {
      const habit = habits[integer(random, 0, habits.length - 1)];
      void habit?.();
    },
    putBack: async (): Promise<void> => {
      setPopover(false);
      for (const agentUser of watched()) {
        if (!agentUsers.includes(agentUser)) await answers['agents:remove']({ agentUser });
      }
      await answers['agents:add']({ agentUsers });
      await answers['watch:pause']({ isPaused: false });
      await answers['alerts:mute']({ span: null });
      for (const agentUser of store.getState().settings.mutedAgents) {
        await answers['agent:mute']({ agentUser, isMuted: false });
      }
      await answers['preferences:change']({ change: { isPresenting: false, language: null, pinned: [] } });
    },
  };
}

const aGroup = (agentUsers: readonly string[]) => [
  { id: 'g1', name: 'Night', colour: 'blue' as const, agentUsers: agentUsers.slice(0, 7) },
];
