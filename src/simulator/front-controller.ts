import { actions, type Moment } from './actions.ts';
import { type Asked, fromBodyFirst, fromQueryFirst } from './asked.ts';
import { webInterfacePage } from './pages.ts';
import { type PhpValue, phpJson, phpXml } from './php.ts';

/** How this dialler is set up. */
export interface Behaviour {
  readonly apiUser: string;
  readonly password: string;
  /** The API user's level is 7 or less: known, but not allowed (docs/api.md §3.2). */
  readonly isLowLevel: boolean;
  /** A password of more than 20 characters is then taken for a hash, and never matches (docs/api.md §3.5). */
  readonly hashesPasswords: boolean;
  /** Asks for the parameter `session_user`, which CrocoDial does not document. */
  readonly wantsSessionUser: boolean;
  readonly offlineAs: Moment['offlineAs'];
  readonly rosterAs: Moment['rosterAs'];
  /** `display_errors` is on: PHP's warnings stand before the answer. */
  readonly printsWarnings: boolean;
}

export interface Page {
  readonly body: string;
  /** False for what the web server itself says. */
  readonly isApi: boolean;
}

export const actionNameOf = (asked: Asked): string => fromQueryFirst(asked, 'goAction') ?? '';

const warnings =
  '<br />\n<b>Warning</b>:  Undefined array key &quot;log_ip&quot; in ' +
  '<b>/var/www/html/goAPIv2/goAPI.php</b> on line <b>63</b><br />\n';

/** The front controller `goAPI.php` (docs/api.md §3). All it says, it says with HTTP 200. */
export function answer(asked: Asked, behaviour: Behaviour, moment: Moment): Page {
  const folder = actions.get(asked.path);
  if (folder === undefined) return { body: webInterfacePage, isApi: false };
  const result = run(asked, folder, behaviour, moment);
  const format = fromQueryFirst(asked, 'responsetype') || 'xml';
  const before = behaviour.printsWarnings ? warnings : '';
  return { body: before + encode(result, format, actionNameOf(asked)), isApi: true };
}

function run(
  asked: Asked,
  folder: ReadonlyMap<string, (asked: Asked, moment: Moment) => PhpValue>,
  behaviour: Behaviour,
  moment: Moment,
): PhpValue {
  if (!isAuthorised(asked, behaviour)) return { result: 'error', message: 'Invalid Username/Password' };
  const action = folder.get(actionNameOf(asked));
  if (action === undefined) return { result: 'error', message: 'Command Not Found' };
  if (behaviour.wantsSessionUser && !fromBodyFirst(asked, 'session_user')) {
    return { result: 'Error: Session User Not Defined.' };
  }
  if (behaviour.isLowLevel) {
    return { code: '10001', result: 'Error: You do not have permission to view this page ' };
  }
  return action(asked, moment);
}

function isAuthorised(asked: Asked, { apiUser, password, hashesPasswords }: Behaviour): boolean {
  const user = fromBodyFirst(asked, 'goUser') ?? '';
  const sent = fromBodyFirst(asked, 'log_pass') ?? fromBodyFirst(asked, 'goPass') ?? '';
  const compared = sent.replace(/['"\\; ]/g, '');
  if (hashesPasswords && compared.length > 20) return false;
  return user.toLowerCase() === apiUser.toLowerCase() && compared === password;
}

function encode(result: PhpValue, format: string, action: string): string {
  if (format === 'json') return phpJson(result);
  if (format !== 'xml') {
    return 'result=error;message=This API function only accepts XML or JSON value on responsetype;';
  }
  // Backslash and n, not line ends: the server's PHP has them in single quotes (docs/api.md §3.4).
  const prologue = String.raw`<?xml version="1.0" encoding="UTF-8"?>\n<goautodialapi version="4.0">(\n<action>"${action} "</action>\n" )`;
  return `${prologue}${phpXml(result)}</goautodialapi>\n`;
}
