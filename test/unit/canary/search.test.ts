import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readFolder } from '../../canary/read-folder.ts';
import { type Canary, type Place, search } from '../../canary/search.ts';
import { makeTemporaryDirectory } from '../../fakes/temporary-directory.ts';

const password: Canary = { name: 'password', text: 'Zq7#vK+9%x&é<"W', isNumber: false };
const number: Canary = { name: 'number', text: '15550104477', isNumber: true };

const placeOf = (...texts: (string | Buffer)[]): Place => ({
  name: 'a place',
  pieces: texts.map((text, index) => ({ label: `piece ${index}`, bytes: Buffer.from(text) })),
  witness: 'the witness',
});

const canariesIn = (...texts: (string | Buffer)[]): readonly string[] => [
  ...new Set(
    search([placeOf(...texts)], [password, number]).flatMap(({ hits }) => hits.map(({ canary }) => canary)),
  ),
];

const { text } = password;
const around = (bytes: Buffer, offset: number) =>
  Buffer.concat([Buffer.alloc(offset, 'x'), bytes, Buffer.from('yz')]);

describe('the search for a canary', () => {
  it.each([
    ['raw, in the middle of a binary', around(Buffer.from(text), 3)],
    ['in UTF-16', around(Buffer.from(text, 'utf16le'), 2)],
    ['in UTF-16 at an odd place', around(Buffer.from(text, 'utf16le'), 3)],
    ['in big-endian UTF-16', around(Buffer.from(text, 'utf16le').swap16(), 3)],
    ['in Latin-1', around(Buffer.from(text, 'latin1'), 1)],
    ['in an address', `https://a.example/?goPass=${encodeURIComponent(text)}&b`],
    ['in a form', new URLSearchParams({ goPass: text }).toString()],
    ['in an address within an address', `?to=${encodeURIComponent(`?p=${encodeURIComponent(text)}`)}`],
    ['in JSON', JSON.stringify({ password: text })],
    ['in JSON within JSON', JSON.stringify({ data: JSON.stringify({ password: text }) })],
    ['in ASCII JSON', JSON.stringify({ password: text }).replaceAll('é', String.raw`\u00e9`)],
    ['in HTML', `<b>${text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')}</b>`],
    [
      'in JSON that escapes signs of its own choice',
      JSON.stringify({
        data: JSON.stringify(text).replace('<', String.raw`\u003C`).replace('#', String.raw`\x23`),
      }),
    ],
    ['in an address that escapes a sign of its own choice', text.replace('Z', '%5a').replace('%x', '%25x')],
    ['in hex', around(Buffer.from(text), 1).toString('hex')],
    ['in capital hex', around(Buffer.from(text), 1).toString('hex').toUpperCase()],
    ...[0, 1, 2].flatMap((offset): [string, string][] => [
      [`in base64 after ${offset}`, around(Buffer.from(text), offset).toString('base64')],
      [`in base64url after ${offset}`, around(Buffer.from(text), offset).toString('base64url')],
    ]),
  ] satisfies [string, string | Buffer][])('finds a password %s', (_where, planted) => {
    expect(canariesIn('nothing', planted)).toEqual(['password']);
  });

  it.each(['+1 (555) 010-4477', '1-555-010-44-77', '{"n":15550104477}', '1.555.010.4477'])(
    'finds a number in %s',
    (planted) => expect(canariesIn(planted)).toEqual(['number']),
  );

  it.each(['•••4477', '1555010447', 'Zq7#vK+9%x&é<', '2026-11-25T15:55:01', ''])(
    'takes %j for nothing',
    (planted) => expect(canariesIn(planted)).toEqual([]),
  );

  it('says where, in which spelling, how much it read, and whether it saw the witness', () => {
    const [found, other] = search(
      [placeOf('clean', JSON.stringify('the witness')), { ...placeOf(`x${number.text}`), name: 'another' }],
      [password, number],
    );
    expect(found).toEqual({ place: 'a place', pieces: 2, bytes: 18, hasWitness: true, hits: [] });
    expect(other).toMatchObject({ place: 'another', hasWitness: false, bytes: 12 });
    expect(other?.hits).toContainEqual({ canary: 'number', spelling: 'raw', label: 'piece 0' });
  });

  it('reads every file below a folder, hidden ones too, and the names themselves', async () => {
    await using directory = await makeTemporaryDirectory();
    await mkdir(join(directory.path, 'deep/.hidden'), { recursive: true });
    await writeFile(join(directory.path, 'deep/.hidden/file'), `a${text}`);
    await mkdir(join(directory.path, `folder ${number.text}`));
    await mkdir(join(directory.path, 'left'));
    await writeFile(join(directory.path, 'left/out'), text);
    const pieces = await readFolder(directory.path, (path) => path.startsWith('left'));
    const hits = search([{ name: 'folder', pieces, witness: 'file' }], [password, number])[0]?.hits ?? [];
    expect(hits.filter(({ spelling }) => spelling === 'raw')).toEqual([
      { canary: 'number', spelling: 'raw', label: 'names of files' },
      { canary: 'password', spelling: 'raw', label: 'deep/.hidden/file' },
    ]);
  });
});
