/** As people, telephones, Asterisk and SIP write one number: `n` is the number in groups of digits. */
type Spell = (groups: readonly string[], separator: string) => string;

const grouped: Spell = (groups, separator) => groups.join(separator);
const around =
  (before: string, after: string): Spell =>
  (groups, separator) =>
    `${before}${grouped(groups, separator)}${after}`;

export const spellings: readonly Spell[] = [
  ...[
    ['', ''],
    ['+', ''],
    ['00', ''],
    ['011 ', ''],
    ['  ', ' '],
    ["'", ''],
    ['="', '"'],
    ['[', ']'],
    ['Tel. ', '.'],
    ['Ana: ', ' (mobile)'],
    ['', 'x99'],
    ['', ' x 99'],
    ['', 'X9901'],
    ['', ' ext. 99'],
    ['', ' ext 12345678'],
    ['', ' anexo 99'],
    ['', ', ext 99'],
    ['', '#99'],
    ['', '*99'],
    ['', 'p99'],
    ['', ',,99#'],
    ['', ';ext=99'],
    ['', '; ext=99'],
    ['', ':5060'],
    ['tel:', ''],
    ['tel:+', ';phone-context=example.com'],
    ['sip:', '@host'],
    ['sip:', '@host:5060'],
    ['sip:', '@192.168.100.200:5060'],
    ['sips:', '@[2001:db8::1]:5061;user=phone'],
    ['<sip:', '@host:5060;transport=udp>'],
    ['"Ana Ruiz" <sip:', '@host:5060>;tag=1234567'],
    ['"Ana Ruiz" <', '>'],
    ['Ana <', '>'],
    ['Local/', '@from-internal'],
    ['Local/', '@ctx-0000002a;1'],
    ['SIP/', '-0000002a'],
    ['PJSIP/', '@trunk'],
    ['IAX2/', '@10.0.0.1:4569'],
    ['callto://', ''],
  ].map(([before = '', after = '']) => around(before, after)),
  ([first = '', ...rest], separator) => `(${first})${[''].concat(rest).join(separator)}`,
  (groups, separator) => [...groups.join('')].join(separator),
];

export const separators: readonly string[] = [
  ...['', ' ', '-', '.', '/', '_', '\\', "'"],
  ...[
    '\u00a0',
    '\u2009',
    '\u202f',
    '\u3000',
    '‐',
    '‑',
    '–',
    '—',
    '−',
    '－',
    '．',
    '·',
    '∙',
    '⁄',
    ' - ',
    ') (',
  ],
];

/** The ten digits of a script, from 0. */
export const scripts: Readonly<Record<string, readonly string[]>> = {
  ASCII: [...'0123456789'],
  'full-width': [...'０１２３４５６７８９'],
  'Arabic-Indic': [...'٠١٢٣٤٥٦٧٨٩'],
  'Eastern Arabic-Indic': [...'۰۱۲۳۴۵۶۷۸۹'],
  Devanagari: [...'०१२३४५६७८९'],
  'mathematical bold': [...'𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗'],
  superscript: [...'⁰¹²³⁴⁵⁶⁷⁸⁹'],
};

const plain = new Map(Object.values(scripts).flatMap((script) => script.map((digit, at) => [digit, at])));

/** What somebody reads who looks for a number: the digits of the text, whatever stands between them. */
export const digitsOf = (text: string): string =>
  [...text].map((character) => plain.get(character) ?? '').join('');

export const inScript = (text: string, digits: readonly string[]): string =>
  text.replace(/[0-9]/g, (digit) => digits[Number(digit)] ?? digit);
