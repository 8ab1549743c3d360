import type { TestContext } from 'vitest';
import type { Problem, ProblemKind } from '../../../src/shared/problem.ts';
import type { Stage, StageOptions } from './stage.ts';

/** What a row of the matrix leaves behind for whoever prints it. */
export interface FaultRecord {
  readonly area: string;
  readonly row: string;
  readonly sees: string;
  readonly recovery: string;
}

declare module 'vitest' {
  interface TaskMeta {
    fault?: FaultRecord;
  }
}

/** Ends the fault. */
export type Cure = () => void | Promise<void>;

/** How the app has to take it. */
export type Taken =
  /** Nobody can be asked: what is known stays, and is marked old. */
  | { readonly as: 'connection'; readonly problem: Problem }
  /** Only Ben's answers go wrong: nobody else notices. */
  | { readonly as: 'agent'; readonly problem: ProblemKind }
  /** Nothing more is asked until the user signs in again. */
  | { readonly as: 'refusal'; readonly problem: Problem }
  /** It is no problem at all; Ana is shown in this status. */
  | { readonly as: 'answer'; readonly status: string }
  /** The dialler really says that Ana is not there. */
  | { readonly as: 'logged out'; readonly status: string };

export interface FaultRow {
  readonly row: string;
  readonly taken: Taken;
  readonly begin: (stage: Stage) => Cure | Promise<Cure>;
  readonly stage?: StageOptions;
  /** How long it lasts, and how long before its end Ben's call comes, unless it is the usual time. */
  readonly lastsMs?: number;
  readonly callMs?: number;
  /** With what the user signs in again, unless it is the old password. */
  readonly password?: string;
  /** What else has to be so, just before the fault ends. */
  readonly meanwhile?: (stage: Stage) => void;
}

export const record = ({ task }: TestContext, fault: FaultRecord): void => {
  task.meta.fault = fault;
};

export const seconds = (ms: number): string => `${(Math.round(ms / 100) / 10).toFixed(1)} s`;

export const fails = (kind: ProblemKind, detail?: string): Taken => ({
  as: 'connection',
  problem: detail === undefined ? { kind } : { kind, detail },
});
export const stops = (kind: ProblemKind): Taken => ({ as: 'refusal', problem: { kind } });
export const goesWell: Taken = { as: 'answer', status: 'IN CALL' };
export const loggedOut = (status = 'No live state'): Taken => ({ as: 'logged out', status });
