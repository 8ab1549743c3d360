import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ProblemKind } from '../../../src/shared/problem.ts';
import { bensAnswer, body, edited, everyAnswer } from './misbehaviours.ts';
import type { FaultRow, Taken } from './row.ts';
import { ana } from './stage.ts';

export const fixture = (name: string): Buffer =>
  readFileSync(join(import.meta.dirname, '../../fixtures/replies', `${name}.body`));

export const json = (value: unknown): string => JSON.stringify(value);
export const success = (data: unknown): string => json({ result: 'success', data });
export const error = (message: string): string => json({ result: 'error', message });
export const warning = '<br />\n<b>Warning</b>:  {$x} in <b>/srv/goAPI.php</b> on line <b>12</b><br />\n';

/** Everybody gets this body. */
export const said = (row: string, taken: Taken, text: string | Buffer, status = 200): FaultRow => ({
  row,
  taken,
  begin: everyAnswer(body(() => text, status)),
});

/** Each of these bodies is taken alike. */
export const allSaid = (
  taken: Taken,
  texts: Readonly<Record<string, string | Buffer>>,
): readonly FaultRow[] => Object.entries(texts).map(([row, text]) => said(row, taken, text));

/** Everybody gets the right answer, changed. */
export const changed = (row: string, taken: Taken, change: (right: string) => string | Buffer): FaultRow => ({
  row,
  taken,
  begin: everyAnswer(body((right) => change(String(right)))),
});

export const withFields = (
  row: string,
  taken: Taken,
  edit: (data: Record<string, unknown>) => unknown,
): FaultRow => ({
  row,
  taken,
  begin: everyAnswer(edited(edit)),
});

/** Only Ana's answer is this. */
export const saidOfAna = (row: string, taken: Taken, text: string): FaultRow => ({
  row,
  taken,
  begin: ({ server }) =>
    server.misbehave(
      body(() => text),
      ana,
    ),
});

export const saidOfBen = (row: string, problem: ProblemKind, text: string | Buffer): FaultRow => ({
  row,
  taken: { as: 'agent', problem },
  begin: bensAnswer(body(() => text)),
});
