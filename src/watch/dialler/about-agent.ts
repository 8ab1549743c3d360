import { familyOf } from '../../shared/family.ts';
import { type Fields, fieldOf, isFields, rowOf } from './fields.ts';

/**
 * Whether a success is an answer about an agent, if only that there is no live state (docs/api.md §1.6). A list
 * of users, the totals of the floor or a bare number answer something else: whoever is on a call is not offline
 * for that.
 */
export function isAboutAgent(envelope: Fields): boolean {
  const data = fieldOf(envelope, 'data');
  switch (typeof data) {
    case 'undefined':
      return !Object.values(envelope).some((value) => typeof value === 'object' && value !== null);
    case 'string':
      return familyOf(data) === 'offline' || /^\s*(?:0\s*$|select\s)/i.test(data);
    case 'object':
      return data === null || Object.keys(data).length === 0 || isRowOfAgent(rowOf(data));
    default:
      return data === 0 || data === false;
  }
}

/** An agent's live state, or the plain record of a user who has none. */
function isRowOfAgent(row: Fields | null): boolean {
  if (row === null) return false;
  if (!Object.hasOwn(row, 'status')) return ofAgents.some((name) => Object.hasOwn(row, name));
  const status = fieldOf(row, 'status');
  return status !== true && !Array.isArray(status) && !isFields(status);
}

const ofAgents = ['user', 'user_id', 'full_name', 'lead_id', 'conf_exten', 'server_ip'];
