import { textTable } from '../runner/text-table.ts';
import { layersOf, spellingsOf } from './spellings.ts';

export interface Piece {
  /** A file, a message, an address: where to look when something is found in it. */
  readonly label: string;
  readonly bytes: Buffer;
}

export interface Place {
  readonly name: string;
  readonly pieces: readonly Piece[];
  /** Something that is known to be in this place: whoever does not find it has looked nowhere. */
  readonly witness: string;
}

export interface Canary {
  readonly name: string;
  readonly text: string;
  /** Digits may also be written with spaces and signs between them. */
  readonly isNumber: boolean;
}

export interface Hit {
  readonly canary: string;
  readonly spelling: string;
  readonly label: string;
}

export interface Finding {
  readonly place: string;
  readonly pieces: number;
  readonly bytes: number;
  readonly hasWitness: boolean;
  readonly hits: readonly Hit[];
}

export function search(places: readonly Place[], canaries: readonly Canary[]): readonly Finding[] {
  const looks = canaries.map((canary) => ({
    canary,
    spellings: spellingsOf(canary.text),
    spaced: spacedOf(canary),
  }));
  return places.map(({ name, pieces, witness }) => {
    const wanted = spellingsOf(witness);
    const read = pieces.map(({ label, bytes }) => ({
      label,
      layers: layersOf(bytes.toString('latin1')),
    }));
    return {
      place: name,
      pieces: pieces.length,
      bytes: pieces.reduce((sum, { bytes }) => sum + bytes.length, 0),
      hasWitness: read.some(({ layers }) => [...wanted.values()].some((spelled) => isIn(layers, spelled))),
      hits: read.flatMap(({ label, layers }) =>
        looks.flatMap(({ canary, spellings, spaced }) => [
          ...[...spellings]
            .filter(([, spelled]) => isIn(layers, spelled))
            .map(([spelling]) => ({ canary: canary.name, spelling, label })),
          ...(layers.some((text) => spaced?.test(text))
            ? [{ canary: canary.name, spelling: 'spaced', label }]
            : []),
        ]),
      ),
    };
  });
}

const isIn = (layers: readonly string[], spelled: string): boolean =>
  layers.some((text) => text.includes(spelled));

const spacedOf = ({ isNumber, text }: Canary): RegExp | null =>
  isNumber ? new RegExp([...text].join(String.raw`[\s().\-]{0,2}`)) : null;

/** For people: a line for each place, with how often each canary was found in it. */
export function tableOf(findings: readonly Finding[], canaries: readonly Canary[]): string {
  const rows = findings.map(({ place, pieces, bytes, hasWitness, hits }) => [
    place,
    String(pieces),
    String(bytes),
    hasWitness ? 'yes' : 'NO',
    ...canaries.map(({ name }) =>
      String(new Set(hits.filter(({ canary }) => canary === name).map(({ label }) => label)).size),
    ),
  ]);
  const head = ['place', 'pieces', 'bytes', 'witness', ...canaries.map(({ name }) => name)];
  return textTable([head, ...rows]).join('\n');
}
