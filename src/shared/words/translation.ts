import type { AlertTopic, QuietReason } from '../alert.ts';
import type { Family } from '../family.ts';
import type { ProblemDetail, ProblemKind } from '../problem.ts';
import type { en } from './en.ts';

/** Words for the members of closed sets: neither a member without words compiles, nor words without a member. */
export interface WordsOfSets {
  readonly problem: Readonly<Record<ProblemKind, { readonly title: string; readonly advice: string }>>;
  readonly problemDetail: Readonly<Record<ProblemDetail, string>>;
  readonly family: Readonly<Record<Family, string>>;
  readonly inbox: { readonly reason: Readonly<Record<QuietReason, string>> } & Others;
  readonly alerts: {
    readonly crowd: Readonly<Record<Family, string>>;
    readonly kept: Readonly<Record<AlertTopic, string>>;
  } & Others;
  readonly [area: string]: unknown;
}

type Others = Readonly<Record<string, unknown>>;

/** English counts with these; the special form for nothing, `_zero`, is not among them. */
type EnglishEnding = 'one' | 'other';

type Counted<Words> = keyof Words extends infer Key
  ? Key extends `${infer Stem}_${EnglishEnding}`
    ? Stem
    : never
  : never;

type Uncounted<Words> = Exclude<keyof Words, `${string}_${EnglishEnding}`>;

type Translated<Words, Ending extends Intl.LDMLPluralRule> = {
  readonly [Key in Uncounted<Words>]: Words[Key] extends string ? string : Translated<Words[Key], Ending>;
} & { readonly [Key in `${Counted<Words>}_${Ending}`]: string };

/** Everything English says, in another language, whose counted sentences have these plural endings. */
export type Translation<Ending extends Intl.LDMLPluralRule> = Translated<typeof en, Ending>;
