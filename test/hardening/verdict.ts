import { type Item, isElectronOnly, type Proof } from './checklist.ts';
import type { RanTest } from './run-files.ts';

export interface Verdict {
  readonly item: Item;
  readonly passed: number;
  /** What of its proofs failed, or did not run although it could have here. */
  readonly missing: readonly Proof[];
  readonly leftToElectron: readonly Proof[];
}

export const verdictOf = (item: Item, ran: readonly RanTest[]): Verdict => {
  const of = (proof: Proof) =>
    ran.filter((test) => test.file === proof.file && matches(test.title, proof.title));
  const isLeft = (proof: Proof) =>
    isElectronOnly(proof) && of(proof).every(({ status }) => status !== 'passed');
  const here = item.proofs.filter((proof) => !isLeft(proof));
  return {
    item,
    passed: here.flatMap(of).filter(({ status }) => status === 'passed').length,
    missing: here.filter(
      (proof) => of(proof).length === 0 || of(proof).some(({ status }) => status !== 'passed'),
    ),
    leftToElectron: item.proofs.filter(isLeft),
  };
};

/** A title in a table of tests has holes, which are filled when it runs. */
function matches(title: string, wanted: string): boolean {
  const parts = wanted.split(/%[a-z]|\$[\w.]+/).map((part) => part.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'));
  return new RegExp(parts.join('.*')).test(title);
}
