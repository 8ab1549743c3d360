import TinyQueue from 'tinyqueue';
import { abandon, type Poll, type WatchedAgent, watchedAgent } from './watched-agent.ts';

interface Due {
  readonly agent: WatchedAgent;
  readonly atMs: number;
}

/** Who is watched and who is due next, without looking at everybody to find out. */
export function createWatchList() {
  const watched = new Map<string, WatchedAgent>();
  const underWay = new Set<WatchedAgent>();
  let queue = new TinyQueue<Due>([], byTime);

  /** Known agents keep what is known of their polls. */
  function set(users: readonly string[], nowMs: number): void {
    const wanted = new Set(users);
    for (const agent of watched.values()) {
      if (wanted.has(agent.user)) continue;
      drop(agent);
      watched.delete(agent.user);
    }
    for (const [index, user] of [...wanted].entries()) {
      const agent = watched.get(user) ?? watchedAgent(user, nowMs);
      agent.offsetShare = index / wanted.size;
      watched.set(user, agent);
    }
    rebuild();
  }

  function drop(agent: WatchedAgent): void {
    abandon(agent);
    underWay.delete(agent);
  }

  function rebuild(): void {
    const idle = [...watched.values()].filter(({ poll }) => poll === null);
    queue = new TinyQueue(
      idle.map((agent) => ({ agent, atMs: agent.dueMs })),
      byTime,
    );
  }

  /** The idle agent who is due first, apart from those set aside; null when there is none. */
  function first(isAside: (agent: WatchedAgent) => boolean): WatchedAgent | null {
    const skipped: Due[] = [];
    let found: WatchedAgent | null = null;
    for (let next = queue.peek(); next !== undefined && found === null; next = queue.peek()) {
      const { agent, atMs } = next;
      const isStale = watched.get(agent.user) !== agent || agent.poll !== null || agent.dueMs !== atMs;
      if (!isStale && !isAside(agent)) found = agent;
      else {
        queue.pop();
        if (!isStale) skipped.push(next);
      }
    }
    for (const due of skipped) queue.push(due);
    return found;
  }

  function begin(agent: WatchedAgent, poll: Poll): void {
    agent.poll = poll;
    underWay.add(agent);
  }

  /** What is under way of this agent has ended; it is due again at `dueMs`. */
  function settle(agent: WatchedAgent, dueMs: number): void {
    agent.poll = null;
    underWay.delete(agent);
    reschedule(agent, dueMs);
  }

  function reschedule(agent: WatchedAgent, dueMs: number): void {
    agent.dueMs = dueMs;
    if (agent.poll === null) queue.push({ agent, atMs: dueMs });
  }

  return {
    set,
    drop,
    rebuild,
    first,
    begin,
    settle,
    reschedule,
    get: (user: string): WatchedAgent | undefined => watched.get(user),
    all: (): Iterable<WatchedAgent> => watched.values(),
    size: (): number => watched.size,
    underWay: (): ReadonlySet<WatchedAgent> => underWay,
  };
}

/** Who is due at the same time comes in the order of the list. */
const byTime = (a: Due, b: Due): number => a.atMs - b.atMs || a.agent.offsetShare - b.agent.offsetShare;
