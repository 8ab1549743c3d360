import type { TFunction } from 'i18next';
import type { AppView } from '../../../src/shared/app-view.ts';
import type { CrocoApi } from '../../../src/shared/bridge.ts';

/** One state of one screen. */
export interface Specimen {
  /** What it shows, for people. */
  readonly caption: string;
  readonly view?: Partial<AppView>;
  /** What main answers, in the language of the specimen. */
  readonly answers?: (t: TFunction) => Partial<CrocoApi>;
  /** What a hand does until the state is there. */
  readonly play?: Play;
}

export type Play = (hand: Hand, t: TFunction) => Promise<void>;

export const inTurn =
  (...plays: readonly Play[]): Play =>
  async (hand, t) => {
    for (const play of plays) await play(hand, t);
  };

/** The specimens of one screen, by the end of their names. */
export type Specimens = Readonly<Record<string, Specimen>>;

export interface Hand {
  /** Presses what has this name, or else what has a name that begins like this. */
  readonly press: (name: string) => Promise<void>;
  readonly fill: (label: string, text: string) => Promise<void>;
  /** Brings into sight what begins with this text. */
  readonly reach: (text: string) => Promise<void>;
}
