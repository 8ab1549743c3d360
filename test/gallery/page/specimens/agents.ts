import { defaultListView } from '../../../../src/shared/list-view.ts';
import { succeed } from '../../../../src/shared/result.ts';
import { aTeam, groups, nowMs, people, preferring, wallMs } from '../floor.ts';
import type { Play, Specimens } from '../specimen.ts';

const userAt = (index: number): string => people[index]?.user ?? '';
const team = aTeam(12);
const paused = userAt(2);
const inCall = userAt(6);

const open =
  (user: string): Play =>
  async ({ press, reach }, t) => {
    await press(user);
    await reach(t('agents.field.leadId'));
  };

export const agents: Specimens = {
  'agents-empty': { caption: 'Nobody is watched yet.' },
  'agents-first-answers': {
    caption: 'Nobody’s first answer is there yet.',
    view: {
      health: { kind: 'connecting' },
      agents: team.map((agent) => ({
        ...agent,
        phase: 'waiting',
        status: '',
        family: 'offline',
        severity: null,
      })),
    },
  },
  'agents-12': {
    caption: 'Twelve agents, some over their limit, with the floor’s totals.',
    view: {
      agents: team,
      floorTotals: { live: 48, paused: 12, ready: 9, inCall: 27 },
      alerts: { unread: 5, inboxRevision: 0, mutedUntilMs: null },
    },
  },
  'agents-60': {
    caption: 'Sixty agents in groups, some pinned, one group folded.',
    view: {
      agents: aTeam(60),
      ...preferring({
        groups,
        pinned: [userAt(9), userAt(20)],
        listView: { ...defaultListView, isGrouped: true, collapsed: ['g2'] },
      }),
      watch: {
        isPaused: false,
        intervalMs: 5_000,
        effectiveIntervalMs: 6_000,
        slowestIntervalMs: 24_000,
        boundMs: 30_000,
        slowedBy: 'budget',
      },
    },
  },
  'agents-open-call': {
    caption: 'An open row in a call, with a way to the CRM.',
    view: { agents: team, ...preferring({ crmTemplate: 'https://crm.example.com/{lead_id}' }) },
    play: open(inCall),
  },
  'agents-open-pause': {
    caption: 'An open row in a pause near its limit, waited for.',
    view: { agents: team.map((agent) => ({ ...agent, tellWhens: agent.user === paused ? ['back'] : [] })) },
    play: open(paused),
  },
  'agents-failing': {
    caption: 'The dialler does not answer, and every row is stale.',
    view: {
      health: {
        kind: 'failing',
        problem: { kind: 'timeout' },
        sinceMs: nowMs - 95_000,
        retryAtMs: nowMs + 12_000,
      },
      agents: team.map((agent) => ({ ...agent, staleSinceMs: nowMs - 95_000 })),
    },
  },
  'agents-proxy': {
    caption: 'A proxy of the network did not take the login it was given.',
    view: {
      health: {
        kind: 'failing',
        problem: { kind: 'proxy-login' },
        sinceMs: nowMs - 95_000,
        retryAtMs: nowMs + 12_000,
      },
      askingProxy: { name: 'proxy.office.example:3128', hasRefused: true },
      agents: team.map((agent) => ({ ...agent, staleSinceMs: nowMs - 95_000 })),
    },
  },
  'agents-odd': {
    caption: 'One with a problem of their own, one nobody knows, one with a long name.',
    view: {
      agents: [
        { ...anyone(0), problem: 'timeout', staleSinceMs: nowMs - 40_000 },
        { ...anyone(1), phase: 'unknown', status: '', family: 'offline', severity: null, since: null },
        { ...anyone(3), user: 'maria-del-carmen.hernandez-gutierrez', isMuted: true },
        { ...anyone(7), status: 'TRAINING WITH THE NEW SCRIPT UNTIL THREE', family: 'other', label: '' },
      ],
    },
  },
  'agents-bars': {
    caption: 'Muted, presenting and paused.',
    view: {
      agents: team,
      health: { kind: 'paused' },
      watch: {
        isPaused: true,
        intervalMs: 5_000,
        effectiveIntervalMs: 5_000,
        slowestIntervalMs: 5_000,
        boundMs: 10_000,
        slowedBy: null,
      },
      alerts: { unread: 120, inboxRevision: 0, mutedUntilMs: wallMs + 47 * 60_000 },
      ...preferring({ isPresenting: true }),
    },
  },
  'agents-demo': {
    caption: 'The demo.',
    view: {
      agents: team,
      secret: { kind: 'demo' },
      account: {
        id: 'demo',
        host: '127.0.0.1',
        baseUrl: 'http://127.0.0.1/goAPIv2',
        apiUser: 'demo',
        method: 'post',
        format: 'json',
        isDemo: true,
      },
    },
  },
  'agents-me-paused': {
    caption: 'My own card in a pause with a limit.',
    view: { agents: team, ...preferring({ me: paused }) },
  },
  'agents-me-in-call': {
    caption: 'My own card in a call.',
    view: { agents: team, ...preferring({ me: inCall }) },
  },
  'agents-connected': {
    caption: 'A call somebody came to see by its notification.',
    view: { agents: team, route: { seq: 1, screen: 'agents', agentUser: userAt(7) } },
  },
  'agents-me-and-connected': {
    caption: 'My own call, and one somebody came to see.',
    view: {
      agents: team,
      ...preferring({ me: inCall }),
      route: { seq: 1, screen: 'agents', agentUser: userAt(7) },
    },
  },
  'agents-drift': {
    caption: 'Some are not on the dialler’s list as they are watched.',
    view: {
      agents: team,
      drift: [
        { kind: 'inactive', agentUser: userAt(4) },
        { kind: 'missing', agentUser: userAt(5) },
      ],
    },
  },
  'agents-one-state': {
    caption: 'Only those in a call.',
    view: { agents: team },
    play: ({ press }, t) => press(`3${t('family.in-call')}`),
  },
  'agents-no-match': {
    caption: 'A search that finds nobody.',
    view: { agents: team },
    play: ({ fill }, t) => fill(t('agents.search'), 'zzz'),
  },
  'agents-number-shown': {
    caption: 'An open row whose number is shown, and a message that something was copied.',
    view: { agents: team },
    answers: () => ({
      revealAgent: async () => succeed({ inCallWith: '15550104827', callerId: '15550190003' }),
    }),
    play: async (hand, t) => {
      await open(inCall)(hand, t);
      await hand.press(t('agents.showNumbers'));
      await hand.press(t('agents.call.copyLeadId'));
    },
  },
  'agents-menu': {
    caption: 'Order and groups.',
    view: { agents: team, ...preferring({ groups }) },
    play: ({ press }, t) => press(t('agents.view.title', { sort: t('agents.view.sort.attention') })),
  },
  'agents-adding': {
    caption: 'Agents are being added, and one message is there.',
    view: { agents: team },
    play: async ({ press }, t) => {
      await press(userAt(0));
      await press(t('agents.remove'));
      await press(t('agents.add'));
    },
  },
};

function anyone(index: number) {
  const agent = team[index];
  if (agent === undefined) throw new Error(`The team has no agent ${index}.`);
  return agent;
}
