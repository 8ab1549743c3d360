import { liveInfo } from './live-info.ts';
import type { Person } from './people.ts';
import type { PhpValue } from './php.ts';

/** How the dialler answers about an agent who is logged out: not documented, so all of docs/api.md §1.6. */
export const offlineShapes = [
  'null',
  'empty-array',
  'empty-object',
  'false',
  'empty-text',
  'zero',
  'missing',
  'empty-fields',
  'word',
  'user-record',
  'sql-text',
] as const;

export type OfflineShape = (typeof offlineShapes)[number];

export function offlineAnswer(shape: OfflineShape, person: Person): PhpValue {
  if (shape === 'missing') return { result: 'success' };
  return { result: 'success', data: dataOf(shape, person) };
}

function dataOf(shape: Exclude<OfflineShape, 'missing'>, person: Person): PhpValue {
  switch (shape) {
    case 'null':
      return null;
    case 'empty-array':
      return [];
    case 'empty-object':
      return {};
    case 'false':
      return false;
    case 'empty-text':
      return '';
    case 'zero':
      return 0;
    case 'empty-fields':
      return { ...liveInfo({ status: '', color: '', conf_exten: '', server_ip: '' }) };
    case 'word':
      return { ...liveInfo({ status: 'LOGGED OUT', conf_exten: '', server_ip: '' }) };
    case 'user-record':
      return { user_id: person.userId, user: person.user, full_name: person.name, active: 'Y' };
    case 'sql-text':
      return `SELECT * FROM vicidial_live_agents WHERE user='${person.user}'`;
  }
}
