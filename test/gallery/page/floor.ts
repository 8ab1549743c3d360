import type { AgentView, AppView } from '../../../src/shared/app-view.ts';
import type { Group } from '../../../src/shared/rules.ts';
import { defaultSettings, type Preferences } from '../../../src/shared/settings.ts';
import { createPeople } from '../../../src/simulator/people.ts';
import { anAgent } from '../../fakes/a-view.ts';

export const people = createPeople(7, 60);

/** Main's clock in every specimen: three hours after it started. */
export const nowMs = 3 * 3_600_000;
/** The clock on the wall in every specimen. */
export const wallMs = Date.UTC(2026, 2, 3, 15, 30);

/** What agents do, over and over; the time they have done it for in seconds. */
const states: readonly (readonly [seconds: number, Partial<AgentView>])[] = [
  [95, { status: 'DEAD', family: 'dead', severity: 'alarm' }],
  [1_912, { status: 'PAUSE - LUNCH BREAK', family: 'paused', severity: 'alarm', limitMs: 1_800_000 }],
  [804, { status: 'PAUSE - BREAK', family: 'paused', severity: 'warning', limitMs: 900_000 }],
  [263, { status: 'PAUSE - MEETING WITH THE WHOLE TEAM', family: 'paused', label: 'Team meeting' }],
  [72, { status: 'DISPOSITION', family: 'wrap-up', severity: 'warning' }],
  [1_240, { status: 'IN CALL', family: 'in-call', severity: 'alarm' }],
  [318, { status: 'IN CALL', family: 'in-call', tellWhens: ['free'] }],
  [41, { status: 'IN CALL', family: 'in-call', isMuted: true }],
  [6, { status: 'RING', family: 'ringing' }],
  [212, { status: 'READY', family: 'ready' }],
  [17, { status: 'READY', family: 'ready' }],
  [0, { status: '', family: 'offline', since: null }],
];

const called = new Set(['in-call', 'dead', 'wrap-up', 'ringing']);

/** So many agents, in every state there is. */
export const aTeam = (count: number): readonly AgentView[] =>
  people.slice(0, count).map(({ user, campaign, confExten }, index) => {
    const [seconds, state] = states[index % states.length] ?? [0, {}];
    const isCalled = called.has(state.family ?? '');
    return anAgent({
      user,
      since: {
        atMs: nowMs - 1_000 * (seconds + Math.floor(index / states.length)),
        atLeast: index % 4 === 3,
      },
      campaignId: campaign.id,
      campaignName: campaign.name,
      callType: isCalled ? (index % 2 === 0 ? 'DIALER' : 'INBOUND') : '',
      maskedInCallWith: isCalled ? `•••${4821 + index}` : '',
      maskedCallerId: isCalled ? '•••0003' : '',
      leadId: isCalled ? String(5_950_471 + index) : '',
      vendorLeadCode: isCalled ? `zzfge${index}-lml39x` : '',
      confExten,
      serverIp: '10.0.3.17',
      colour: 'green',
      ...state,
    });
  });

export const groups: readonly Group[] = [
  { id: 'g1', name: 'Evening team', colour: 'blue', agentUsers: people.slice(0, 5).map(({ user }) => user) },
  {
    id: 'g2',
    name: 'Customer support in the evenings and at weekends',
    colour: 'gold',
    agentUsers: people.slice(5, 9).map(({ user }) => user),
  },
  { id: 'g3', name: 'New here', colour: 'pink', agentUsers: [] },
];

/** A view in which only these preferences differ from the default. */
export const preferring = (part: Partial<Preferences>): Pick<AppView, 'preferences'> => ({
  preferences: { ...defaultSettings, ...part },
});
