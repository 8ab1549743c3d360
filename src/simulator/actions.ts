import { familyOf } from '../shared/family.ts';
import { type Asked, agentUserOf, fromBodyFirst } from './asked.ts';
import type { Floor } from './floor.ts';
import { type OfflineShape, offlineAnswer } from './offline-shapes.ts';
import type { Person } from './people.ts';
import { brokenByte, type PhpValue } from './php.ts';

export interface Moment {
  readonly floor: Floor;
  readonly floorMs: number;
  readonly offlineAs: OfflineShape;
  /** CrocoDial's list of users, or GOautodial's parallel arrays (docs/api.md §2.2). */
  readonly rosterAs: 'list' | 'columns';
}

type Action = (asked: Asked, moment: Moment) => PhpValue;

/** By path and then by name: one PHP file each, so a name's case counts. */
export const actions: ReadonlyMap<string, ReadonlyMap<string, Action>> = new Map([
  [
    '/goAPIv2/goUsers/goAPI.php',
    new Map([
      ['getLiveAgentInfo', getLiveAgentInfo],
      ['goGetAllUsers', goGetAllUsers],
    ]),
  ],
  ['/goAPIv2/goDashboard/goAPI.php', new Map([['getAgentStatus', getAgentStatus]])],
]);

function getLiveAgentInfo(asked: Asked, { floor, floorMs, offlineAs }: Moment): PhpValue {
  const user = agentUserOf(asked);
  if (user === '') return { code: '40001', message: 'Error: Missing required parameters' };
  const person = floor.find(user);
  if (person === null) return { code: '41004', result: "Invalid value in user. Doesn't exist" };
  // The name is in what the server encodes, though the documented fields do not show it.
  if (!person.name.isWellFormed()) return { result: 'success', data: { full_name: brokenByte } };
  const info = floor.stateAt(user, floorMs);
  return info === null ? offlineAnswer(offlineAs, person) : { result: 'success', data: { ...info } };
}

function goGetAllUsers(asked: Asked, { floor, rosterAs }: Moment): PhpValue {
  if (rosterAs === 'columns') return rosterColumns(floor.people());
  const wantsInactive = fromBodyFirst(asked, 'only_inactives') === '1';
  const wanted = floor.people().filter((person) => person.isActive !== wantsInactive);
  return { result: 'success', data: { user_list: wanted.map(rosterEntry) } };
}

const rosterEntry = ({ user, name, userId, exten, campaign, isActive }: Person): PhpValue => ({
  user_id: userId,
  user,
  name,
  exten,
  level: 1,
  active: isActive ? 'Y' : 'N',
  campaign_id: campaign.id,
  campaign_name: campaign.name,
  rank: 0,
  profile_id: 22,
  allowed_companys: ['AAA'],
});

/** GOautodial knows no `only_inactives`: it lists everybody. */
const rosterColumns = (people: readonly Person[]): PhpValue => ({
  result: 'success',
  user_id: people.map(({ userId }) => String(userId)),
  user_group: people.map(() => 'AGENTS'),
  user: people.map(({ user }) => user),
  full_name: people.map(({ name }) => name),
  user_level: people.map(() => '1'),
  phone_login: people.map(({ exten }) => String(exten)),
  active: people.map(({ isActive }) => (isActive ? 'Y' : 'N')),
  last_count: people.length + 1,
  last_phone_login: '0000001',
});

function getAgentStatus(_asked: Asked, { floor, floorMs }: Moment): PhpValue {
  const active = floor.people().filter((person) => person.isActive);
  const families = active.map((person) => familyOf(floor.stateAt(person.user, floorMs)?.status ?? ''));
  const count = (...wanted: readonly string[]): number =>
    families.filter((family) => wanted.includes(family)).length;
  const offline = count('offline');
  return {
    result: 'success',
    data: {
      total_live_agents: active.length - offline,
      // The raw state of an agent choosing an outcome is PAUSED (docs/api.md §1.3).
      paused_agents: count('paused', 'wrap-up'),
      ready_agents: count('ready'),
      incall_agents: count('in-call', 'ringing', 'dead'),
      offline_agents: offline,
      total_active_agents: active.length,
    },
  };
}
