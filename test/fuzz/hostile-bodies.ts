import { type Bounds, listAnswer, shortAnswer } from '../../src/watch/dialler/bounds.ts';

export interface HostileBody {
  readonly name: string;
  /** As large as the bounds let it be. */
  readonly make: (bytes: number) => string;
}

const fill = (piece: string, bytes: number): string => piece.repeat(Math.floor(bytes / piece.length));
const numbered = (bytes: number, piece: (index: number) => string): string => {
  const pieces: string[] = [];
  for (let [index, length] = [0, 0]; ; index += 1) {
    const next = piece(index);
    length += next.length;
    if (length > bytes) return pieces.join('');
    pieces.push(next);
  }
};
const success = (data: string): string => `{"result":"success","data":${data}}`;
const xml = (inner: string): string =>
  `<goautodialapi><result>success</result><data>${inner}</data></goautodialapi>`;
/** What the pieces stand in has to fit too. */
const room = 400;

/** What a dialler would send to hold up the app: each is cheap to make, and dear to read without bounds. */
export const hostileBodies: readonly HostileBody[] = [
  ...[
    '{"',
    '{"a":',
    '{"a":[',
    '{"a":{"b":1},',
    '{ "a" : "',
    '{        ',
    '[',
    '[],',
    '<a>',
    '<a',
    '<a x="',
    '<![CDATA[',
    '<a><![CDATA[',
    '<!--',
    '<?',
    '&',
    '&#',
    ' \n',
    '}<br',
    '\\',
    'result=error; ',
    'result=error;message= ',
    '<!doctype ',
    'é',
  ].map((piece) => ({
    name: `nothing but ${JSON.stringify(piece)}`,
    make: (bytes: number) => fill(piece, bytes),
  })),
  { name: 'many starts, each nearly whole', make: (bytes) => fill(`{"a":[${'1,'.repeat(900)}`, bytes) },
  { name: 'empty lists', make: (bytes) => success(`[${fill('[],', bytes - room)}1]`) },
  {
    name: 'other names in every object',
    make: (bytes) => success(`[${numbered(bytes - room, (i) => `{"k${i}":{}},`)}1]`),
  },
  {
    name: 'one object of many names',
    make: (bytes) => success(`{${numbered(bytes - room, (i) => `"k${i}":1,`)}"z":1}`),
  },
  {
    name: 'names that are places in a list',
    make: (bytes) => success(`{${numbered(bytes - room, (i) => `"${4_294_967_293 - i}":1,`)}"z":1}`),
  },
  {
    name: 'users and users',
    make: (bytes) => success(`[${numbered(bytes - room, (i) => `{"user":"u${i}"},`)}{"user":"z"}]`),
  },
  {
    name: 'as many users as are read',
    make: (bytes) =>
      success(
        `[${numbered(Math.min(bytes - room, 250_000), (i) => `{"user":"u${i}","name":"é${i}"},`)}{"user":"z"}]`,
      ),
  },
  {
    name: 'one user with other campaigns in every row',
    make: (bytes) =>
      success(
        `[${numbered(bytes - room, (i) => `{"user":"u","campaign_id":[${'"a","b",'.repeat(20)}"c${i}"]},`)}{"user":"z"}]`,
      ),
  },
  { name: 'escapes', make: (bytes) => success(`{"status":"${fill('\\u00e9', bytes - room)}"}`) },
  {
    name: 'a status without end',
    make: (bytes) => success(`{"status":"${fill('\\u202ex ', bytes - room)}"}`),
  },
  {
    name: 'a message of spaces',
    make: (bytes) => `{"result":"error","message":"${fill(' ', bytes - room)}x"}`,
  },
  {
    name: 'a message of SQL',
    make: (bytes) => `{"result":"error","message":"${fill('select ', bytes - room)}"}`,
  },
  { name: 'a number without end', make: (bytes) => success(`{"lead_id":${fill('9', bytes - room)}}`) },
  { name: 'elements and elements', make: (bytes) => xml(fill('<a/>', bytes - room)) },
  {
    name: 'elements of other names',
    make: (bytes) => xml(numbered(bytes - room, (i) => `<k${i}>1</k${i}>`)),
  },
  { name: 'entities', make: (bytes) => xml(`<status>${fill('&#233;', bytes - room)}</status>`) },
  {
    name: 'texts in pieces',
    make: (bytes) => xml(`<status>${fill('<![CDATA[x]]>', bytes - room)}</status>`),
  },
  { name: 'signs that begin nothing', make: (bytes) => xml(`<status>${fill('< ', bytes - room)}</status>`) },
  { name: 'ends of what never began', make: (bytes) => xml(fill('</b>', bytes - room)) },
];

export const hostileSizes: readonly (readonly [string, Bounds])[] = [
  ['an agent', shortAnswer],
  ['the list', listAnswer],
];
