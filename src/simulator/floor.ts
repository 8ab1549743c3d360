import { type LiveInfo, liveInfo } from './live-info.ts';
import { createPeople, createPerson, type Person } from './people.ts';
import { createRandom, seedOf } from './random.ts';
import { type Episode, workday, workdayMs } from './shift.ts';

export interface FloorOptions {
  readonly seed: number;
  readonly agentCount: number;
  /** The instant, on the clock later asked with, at which the floor opens. */
  readonly startWallMs?: number;
}

export interface Floor {
  readonly startWallMs: number;
  /** Everybody the dialler has an account for, in order. */
  readonly people: () => readonly Person[];
  /** Finds a user whatever the case, as the dialler's database does. */
  readonly find: (user: string) => Person | null;
  /** What an agent is doing; null when logged out or not known. Any instant may be asked, in any order. */
  readonly stateAt: (user: string, nowMs: number) => LiveInfo | null;
  /** Takes an agent in hand: in this state, or logged out with null, until set again. Adds who is not there. */
  readonly set: (user: string, state: (Partial<LiveInfo> & Pick<LiveInfo, 'status'>) | null) => void;
  /** Adds a logged-out agent who only moves by hand. */
  readonly add: (user: string, given?: Partial<Pick<Person, 'name' | 'isActive'>>) => void;
  readonly remove: (user: string) => void;
}

/** Multiples of it fall evenly over any whole: the shifts of even a few agents never all coincide. */
const goldenPart = 0.618_033_988_75;

interface Agent {
  readonly person: Person;
  readonly stateAt: (floorMs: number) => LiveInfo | null;
}

/** A call centre without a clock of its own: agents are moved on only when somebody asks. */
export function createFloor({ seed, agentCount, startWallMs = 0 }: FloorOptions): Floor {
  const people = createPeople(seed, agentCount);
  const firstPhase = createRandom(seed)();
  const agents = new Map<string, Agent>(
    people.map((person, index) => {
      const phase = (firstPhase + index * goldenPart) % 1;
      const begin = (day: number) => workday(person, createRandom(seedOf(seed, index, day)));
      return [keyOf(person.user), { person, stateAt: createWalk(phase, begin) }];
    }),
  );
  let created = people.length;

  function hold(user: string, state: LiveInfo | null, given?: Parameters<Floor['add']>[1]): void {
    let person = agents.get(keyOf(user))?.person;
    if (person === undefined) {
      person = createPerson(user, created, given);
      created += 1;
    }
    agents.set(keyOf(user), { person, stateAt: () => state });
  }

  return {
    startWallMs,
    people: () => [...agents.values()].map((agent) => agent.person),
    find: (user) => agents.get(keyOf(user))?.person ?? null,
    stateAt: (user, nowMs) => agents.get(keyOf(user))?.stateAt(Math.max(0, nowMs - startWallMs)) ?? null,
    set: (user, state) => hold(user, state === null ? null : liveInfo(state)),
    add: (user, given) => hold(user, null, given),
    remove: (user) => {
      agents.delete(keyOf(user));
    },
  };
}

const keyOf = (user: string): string => user.toLowerCase();

/** Walks one workday forward to the instant asked for; another day or an earlier hour begins it anew. */
function createWalk(phase: number, begin: (day: number) => Generator<Episode, Episode>): Agent['stateAt'] {
  let day = -1;
  let episodes: Generator<Episode, Episode> | null = null;
  let current: Episode = { info: null, endMs: 0 };
  let startMs = 0;
  return (floorMs) => {
    const lifeMs = floorMs + phase * workdayMs;
    const wantedDay = Math.floor(lifeMs / workdayMs);
    const wantedMs = lifeMs - wantedDay * workdayMs;
    if (episodes === null || wantedDay !== day || wantedMs < startMs) {
      day = wantedDay;
      episodes = begin(day);
      current = episodes.next().value;
      startMs = 0;
    }
    while (wantedMs >= current.endMs) {
      startMs = current.endMs;
      current = episodes.next().value;
    }
    return current.info;
  };
}
