import { createPush } from '../../src/main/page/push.ts';
import { createAppStore } from '../../src/main/state/store.ts';
import type { AgentState } from '../../src/watch/agents.ts';
import { BlockMap } from '../../src/watch/block-map.ts';
import { systemClock as clock } from '../../src/watch/clock.ts';
import { anAlert } from '../fakes/an-alert.ts';
import { aCall, anAgent, aReading } from '../fakes/builders.ts';
import { median } from './figures.ts';

const agentCount = 1_000;
const inboxLines = 500;
const warmUps = 200;
const changeCount = 1_000;

export interface PageChangeFigures {
  /** Medians. From one changed agent of a thousand to its delta, sent to an open popover. */
  readonly changeMs: number;
  /** In the same run: one of a thousand is replaced in a copy of the list, and each compared with the one before. */
  readonly bareMs: number;
}

export function measurePageChange(): PageChangeFigures {
  const users = Array.from({ length: agentCount }, (_, index) => `agent.${index}`);
  let agents = BlockMap.from(users.map((user, index) => [user, agentIn(user, index)] as const));
  let list = [...agents.values()];
  const inbox = Array.from({ length: inboxLines }, (_, index) => anAlert(index));
  const store = createAppStore({ agents, inbox });
  let pushed = 0;
  const push = createPush({
    store,
    clock,
    appVersion: '0.0.0',
    platform: 'linux',
    isPopoverOpen: () => true,
    send: (delta) => {
      pushed += delta.agents.length;
    },
  });
  const changeMs: number[] = [];
  const bareMs: number[] = [];
  for (let round = 1; round <= warmUps + changeCount; round += 1) {
    const place = (7 * round) % agentCount;
    const user = users[place] ?? '';
    const agent = agentIn(user, place + round);
    agents = agents.with(user, agent);
    store.setState({ agents });
    const startedMs = performance.now();
    push.catchUp();
    const pushedMs = performance.now();
    const before = list;
    list = list.with(place, agent);
    const changed = list.filter((one, index) => one !== before[index]);
    const endedMs = performance.now();
    if (pushed !== round || changed.length !== 1) throw new Error('Not one agent was pushed for one change.');
    if (round <= warmUps) continue;
    changeMs.push(pushedMs - startedMs);
    bareMs.push(endedMs - pushedMs);
  }
  push.stop();
  return { changeMs: median(changeMs), bareMs: median(bareMs) };
}

/** Round by round another state. */
function agentIn(user: string, round: number): AgentState {
  const reading =
    round % 2 === 0 ? aCall(String(round)) : aReading(round % 3 === 0 ? 'READY' : 'PAUSE - LUNCH');
  return anAgent(user, reading, { since: { atMs: round, atLeast: false } });
}

if (import.meta.main) console.log(JSON.stringify(measurePageChange()));
