import { agentKey, longestAgentUser } from '../../shared/account.ts';
import { plainText } from '../../shared/plain-text.ts';
import type { RosterCampaign, RosterUser } from '../../shared/roster.ts';
import { type Fields, fieldOf, isFields } from './fields.ts';
import type { Steps } from './steps.ts';

const maxTextLength = 100;
const maxCampaigns = 50;
/** More of them than any floor has: such a list is no list of users. */
const mostUsers = 10_000;
const rowsInAStep = 100;

/**
 * The users of a `goGetAllUsers`: CrocoDial's list of rows, or GOautodial's columns (docs/api.md §2.2); null
 * when it is neither, or endless. Everything but what `RosterUser` names is dropped here, passwords among it.
 */
export function* rosterOf(fields: Fields): Steps<readonly RosterUser[] | null> {
  const rows = rowsOf(fields) ?? columnsOf(fields);
  if (rows === null) return null;
  const users = new Map<string, RosterUser>();
  for (const [index, row] of rows.entries()) {
    if (index % rowsInAStep === rowsInAStep - 1) yield;
    const one = userOf(row);
    if (one === null) continue;
    const known = users.get(agentKey(one.user));
    users.set(agentKey(one.user), known === undefined ? one : merged(known, one));
  }
  return rows.length > 0 && users.size === 0 ? null : [...users.values()];
}

type Row = (name: string) => unknown;

const rowOfFields =
  (fields: Fields): Row =>
  (name) =>
    fieldOf(fields, name);

/** In XML a list of one is no list, and an empty one is not there at all (docs/api.md §3.4). */
function rowsOf(fields: Fields): readonly Row[] | null {
  const data = fieldOf(fields, 'data');
  const holder = Array.isArray(data) && !data.some(isUserRow) ? data.find(isFields) : data;
  const list = isFields(holder) ? fieldOf(holder, 'user_list') : holder;
  if (Array.isArray(list)) return list.length > mostUsers ? null : list.filter(isFields).map(rowOfFields);
  if (isFields(list)) {
    if (isUserRow(list)) return [rowOfFields(list)];
    const values = Object.values(list);
    // PHP writes a list with a gap in its numbers as an object.
    if (values.length > mostUsers) return null;
    if (values.length === 0 || values.some(isUserRow)) return values.filter(isFields).map(rowOfFields);
  }
  return null;
}

const isUserRow = (value: unknown): boolean => isFields(value) && fieldOf(value, 'user') !== undefined;

function columnsOf(fields: Fields): readonly Row[] | null {
  const data = fieldOf(fields, 'data');
  const holder = [fields, ...(isFields(data) ? [data] : [])].find((one) =>
    Array.isArray(fieldOf(one, 'user')),
  );
  if (holder === undefined) return null;
  const users = fieldOf(holder, 'user');
  if (!Array.isArray(users) || users.length > mostUsers) return null;
  return users.map(
    (_, index): Row =>
      (name) => {
        const column = fieldOf(holder, name);
        return Array.isArray(column) ? column[index] : undefined;
      },
  );
}

function userOf(row: Row): RosterUser | null {
  const user = plainText(row('user'), longestAgentUser + 1);
  // A name cut short would be somebody else's.
  if (user === '' || user.length > longestAgentUser) return null;
  const name = plainText(row('name'), maxTextLength) || plainText(row('full_name'), maxTextLength);
  return {
    user,
    name,
    campaigns: campaignsOf(row),
    isActive: !isNo(row('active')),
    ...withRole(roleOf(user, row)),
  };
}

/** From this level on VICIdial lets a user manage others. */
const managerLevel = 8;
/** Users of VICIdial and GOautodial themselves. */
const systemUsers = /^(?:VDAD|VDCL|goAPI)$/i;

/** Agents may have rights to the API, too: only what makes no sense for an agent is a mark (docs/api.md §2.2). */
function roleOf(user: string, row: Row): RosterUser['role'] {
  const group = plainText(row('user_group'), maxTextLength);
  if (systemUsers.test(user) || isYes(row('api_only_user')) || /^(?:go)?api$/i.test(group)) return 'api-user';
  const level = plainText(row('level'), 10) || plainText(row('user_level'), 10);
  return Number(level) >= managerLevel || /^admin(?:s|istrators?)?$/i.test(group)
    ? 'administrator'
    : undefined;
}

/** Ids and names side by side, each a text or a list of texts. */
function campaignsOf(row: Row): readonly RosterCampaign[] {
  const ids = listOf(row('campaign_id'));
  const names = listOf(row('campaign_name'));
  return Array.from({ length: Math.min(Math.max(ids.length, names.length), maxCampaigns) }, (_, index) => ({
    id: plainText(ids[index], maxTextLength),
    name: plainText(names[index], maxTextLength),
  })).filter(({ id, name }) => id !== '' || name !== '');
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);

/** Only a plain no: what is not said, or said in another way, does not put anybody off the list. */
const isNo = (value: unknown): boolean =>
  value === false || /^(?:n|no|0|f|false|inactive)$/i.test(plainText(value, 10));

const withRole = (role: RosterUser['role']): Pick<RosterUser, 'role'> => (role === undefined ? {} : { role });

const isYes = (value: unknown): boolean => value === true || /^(?:y|yes|1|true)$/i.test(plainText(value, 10));

/** The same user in several rows is one user with the campaigns of all. */
function merged(known: RosterUser, more: RosterUser): RosterUser {
  const isNew = (one: RosterCampaign) =>
    !known.campaigns.some(({ id, name }) => id === one.id && name === one.name);
  return {
    user: known.user,
    name: known.name || more.name,
    campaigns: [...known.campaigns, ...more.campaigns.filter(isNew)].slice(0, maxCampaigns),
    isActive: known.isActive || more.isActive,
    ...withRole(known.role ?? more.role),
  };
}
