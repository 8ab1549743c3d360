import type { AgentView, AppView } from '../../src/shared/app-view.ts';
import { type AppDelta, diffViews } from '../../src/shared/delta.ts';
import { families } from '../../src/shared/family.ts';
import { groupColours } from '../../src/shared/group-colours.ts';
import { defaultSettings } from '../../src/shared/settings.ts';
import { anAgent, aView } from '../fakes/a-view.ts';

/** A floor as the popover is shown it: every family, some over a limit, campaigns, groups. */
export function aFloor(count: number): AppView {
  const agents = Array.from({ length: count }, (_, index) => agentAt(index, 0));
  const groups = groupColours.map((colour, number) => ({
    id: `g${number}`,
    name: `Team ${number + 1}`,
    colour,
    agentUsers: agents.filter((_, index) => index % 9 === number).map(({ user }) => user),
  }));
  const preferences = { ...defaultSettings, groups, pinned: agents.slice(5, 8).map(({ user }) => user) };
  return aView({ nowMs: 3_600_000, preferences, agents });
}

/** What main pushes when so many agents of the floor changed at once. */
export function aDelta(before: AppView, changed: number, round: number): readonly [AppView, AppDelta] {
  const stride = Math.floor(before.agents.length / changed);
  const agents = before.agents.map((agent, index) =>
    index % stride === round % stride ? agentAt(index, round + 1) : agent,
  );
  const after = { ...before, agents, revision: before.revision + 1, nowMs: before.nowMs + 100 };
  const delta = diffViews(before, after);
  if (delta === null) throw new Error('Nobody changed.');
  return [after, delta];
}

function agentAt(index: number, round: number): AgentView {
  const family = families[(index * 7 + (round === 0 ? 0 : 1 + (round % 7))) % families.length] ?? 'ready';
  const isTalking = family === 'in-call';
  return anAgent({
    user: `${firstNames[index % firstNames.length]}.${String(index).padStart(4, '0')}`,
    status: statuses[family],
    family,
    since:
      family === 'offline' ? null : { atMs: 3_000_000 - ((index * 977) % 900_000), atLeast: index % 3 === 0 },
    severity: index % 23 === 0 ? 'alarm' : index % 11 === 0 ? 'warning' : null,
    limitMs: family === 'paused' ? 900_000 : null,
    campaignId: `CAMP00${index % 5}`,
    campaignName: isTalking ? `Spring offer ${index % 5}` : '',
    callType: isTalking ? 'DIALER' : '',
    maskedInCallWith: isTalking ? `•••${String(1000 + ((index + round) % 9000))}` : '',
    leadId: isTalking ? String(700_000 + index + round) : '',
  });
}

const firstNames = ['ana', 'ben', 'chloe', 'diego', 'eva', 'farid', 'gina', 'hugo', 'iris', 'jon'];

const statuses = {
  dead: 'DEAD',
  paused: 'PAUSE - LUNCH BREAK',
  'wrap-up': 'DISPOSITION',
  other: 'MANUAL DIAL PREVIEW',
  'in-call': 'IN CALL',
  ringing: 'RINGING',
  ready: 'READY',
  offline: '',
} as const;
