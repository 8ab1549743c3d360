import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportDictionary, importDictionary } from '../../../../src/main/statuses/dictionary-text.ts';
import {
  type Dictionary,
  longestLabel,
  longestStatus,
  mostMeanings,
  statusKey,
} from '../../../../src/shared/dictionary.ts';
import { families } from '../../../../src/shared/family.ts';
import { plainText } from '../../../../src/shared/plain-text.ts';
import { longestDelayMs } from '../../../../src/shared/rules.ts';
import { aMeaning as meaning } from '../../../fakes/builders.ts';

const text = (longest: number) => fc.string({ unit: 'binary' }).map((raw) => plainText(raw, longest));
const meanings: fc.Arbitrary<Dictionary> = fc.uniqueArray(
  fc.record({
    status: text(longestStatus).filter((status) => status !== ''),
    family: fc.constantFrom(null, ...families),
    label: text(longestLabel),
    limitMs: fc.option(fc.integer({ min: 60_000, max: longestDelayMs })),
  }),
  { selector: ({ status }) => statusKey(status), maxLength: 30 },
);

const file = (more: object) =>
  JSON.stringify({ kind: 'croco-tray-dictionary', version: 1, statuses: [], ...more });
const importInto = (before: Dictionary, imported: string): Dictionary => {
  const result = importDictionary(imported, before);
  if (!result.ok) throw new Error(result.error.kind);
  return result.value.dictionary;
};

describe('a dictionary', () => {
  it('comes in as it went out', () => {
    fc.assert(
      fc.property(meanings, (dictionary) => {
        expect(importDictionary(exportDictionary(dictionary), [])).toEqual({
          ok: true,
          value: { dictionary, count: dictionary.length },
        });
        expect(importInto(dictionary, exportDictionary(dictionary))).toEqual(dictionary);
      }),
    );
  });

  it('comes into another one with all of its entries, each in one place', () => {
    fc.assert(
      fc.property(meanings, meanings, (before, imported) => {
        const after = importInto(before, exportDictionary(imported));
        const keys = after.map(({ status }) => statusKey(status));
        expect(new Set(keys).size).toBe(keys.length);
        for (const one of imported) expect(after).toContainEqual(one);
        const importedKeys = new Set(imported.map(({ status }) => statusKey(status)));
        const kept = before.filter(({ status }) => !importedKeys.has(statusKey(status)));
        for (const one of kept) expect(after).toContainEqual(one);
      }),
    );
  });

  it('replaces entries in their place, however they are spelt, and adds the others after them', () => {
    const before = [meaning('PAUSE'), meaning('ESPERA', { family: 'ready' })];
    const imported = [meaning('Chat', { label: 'Chat' }), meaning('pause', { label: 'Away' })];
    expect(importInto(before, exportDictionary(imported))).toEqual([
      meaning('pause', { label: 'Away' }),
      meaning('ESPERA', { family: 'ready' }),
      meaning('Chat', { label: 'Chat' }),
    ]);
  });

  it('finds room for all that comes in, at the cost of what says least', () => {
    const said = meaning('OWN', { label: 'Mine' });
    const learned = Array.from({ length: mostMeanings - 2 }, (_, index) => meaning(`S${index}`));
    const before = [meaning('PAUSE - BREAK', { limitMs: 15 * 60_000 }), said, ...learned];
    const imported = Array.from({ length: 5 }, (_, index) => meaning(`NEW${index}`, { label: 'New' }));
    const after = importInto(before, exportDictionary(imported));
    expect(after).toHaveLength(mostMeanings);
    for (const one of [said, ...imported]) expect(after).toContainEqual(one);
    expect(after.map(({ status }) => status)).not.toContain('PAUSE - BREAK');
  });

  it.each([
    ['nothing', ''],
    ['no JSON', 'PAUSE;paused'],
    ['JSON of something else', '{"theme":"dark"}'],
    ['a list', '[]'],
    ['another kind', file({ kind: 'croco-tray-settings' })],
    ['a newer version', file({ version: 2 })],
    ['no entries', file({ statuses: undefined })],
    ['an entry of another shape', file({ statuses: [{ status: 'PAUSE' }] })],
    ['a surplus field', file({ statuses: [{ ...meaning('PAUSE'), colour: 'red' }] })],
    ['an unknown family', file({ statuses: [{ ...meaning('PAUSE'), family: 'asleep' }] })],
    ['a family of every object', file({ statuses: [{ ...meaning('PAUSE'), family: 'constructor' }] })],
    ['a limit past any shift', file({ statuses: [{ ...meaning('PAUSE'), limitMs: 1e12 }] })],
    ['a status of nothing that shows', file({ statuses: [meaning('\u200b\u202e')] })],
    ['a label without end', file({ statuses: [meaning('PAUSE', { label: 'x'.repeat(121) })] })],
    ['the same status twice', file({ statuses: [meaning('PAUSE'), meaning('Pause', { label: 'Away' })] })],
    ['too many', file({ statuses: Array.from({ length: mostMeanings + 1 }, (_, i) => meaning(`S${i}`)) })],
    [
      'a prototype in place of an entry',
      `{"kind":"croco-tray-dictionary","version":1,"statuses":[{"__proto__":${JSON.stringify(meaning('PAUSE'))}}]}`,
    ],
  ])('is not %s, and then nothing is taken', (_what, imported) => {
    expect(importDictionary(imported, [meaning('OWN')])).toEqual({
      ok: false,
      error: { kind: 'bad-dictionary' },
    });
  });

  it('with keys meant for prototypes changes no object but itself', () => {
    const hostile = `{"__proto__":{"isEvil":true},"constructor":{"prototype":{"isEvil":true}},
      "kind":"croco-tray-dictionary","version":1,"statuses":[${JSON.stringify(meaning('__proto__'))}]}`;
    expect(importInto([], hostile)).toEqual([meaning('__proto__')]);
    expect('isEvil' in {}).toBe(false);
  });

  it('shows what comes from others as it would the dialler’s words: on one line, and nothing hidden', () => {
    const odd = file({ statuses: [meaning('PAU\nSE\u202e', { label: 'A\tway\u200b\0' })] });
    expect(importInto([], odd)).toEqual([meaning('PAU SE', { label: 'A way' })]);
  });

  const sent = exportDictionary([meaning('PAUSE - BAÑO', { label: 'He said "hi" {1}' }), meaning('☕')]);
  const spaced = (text: string) =>
    text.replace(/\n( *)/g, (_, spaces: string) => `\r\n${'\u00a0'.repeat(spaces.length)}`);
  it.each<[string, (text: string) => string]>([
    ['a byte order mark', (text) => `\ufeff${text}`],
    ['no-break spaces', spaced],
    ['a code fence', (text) => `\`\`\`json\n${text}\n\`\`\``],
    ['curly quotes', (text) => text.replace(/"/g, '”')],
    ['the quotes of a French keyboard', (text) => text.replace(/"([a-z][A-Za-z-]+)"/g, '«\u00a0$1\u00a0»')],
    [
      'a greeting before it and thanks behind it',
      (text) => `Hola {equipo} :-} {"a":1}, aquí va:\n${text}\n¡Gracias! ;-}`,
    ],
    ['marks nobody sees', (text) => text.replace(/"k/g, '"\u200bk')],
    ['all of them', (text) => `\ufeffHi all,\n\`\`\`\n${spaced(text.replace(/"/g, '“'))}\n\`\`\`\nBye }`],
  ])('comes in from a chat with %s', (_what, handedOn) => {
    expect(importInto([], handedOn(sent))).toEqual(importInto([], sent));
  });

  it('never throws, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.json().map((json) => file({ statuses: JSON.parse(json) })),
        ),
        (any) => {
          importDictionary(any, []);
        },
      ),
    );
  });
});
