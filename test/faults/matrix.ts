import { z } from 'zod';
import { textTable } from '../runner/text-table.ts';

const fault = z.object({ area: z.string(), row: z.string(), sees: z.string(), recovery: z.string() });

/** What we read of vitest's JSON report: what each row left behind, or how its test is called. */
const report = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      message: z.string().default(''),
      assertionResults: z.array(
        z.object({
          status: z.string(),
          fullName: z.string(),
          meta: z.object({ fault: fault.optional() }).default({}),
        }),
      ),
    }),
  ),
});

export type MatrixRow = z.infer<typeof fault> & { readonly holds: boolean };

/** Of tests that prove something about the rows, but no row, only failures count. */
export function rowsOf(value: unknown): readonly MatrixRow[] {
  const parsed = report.safeParse(value);
  if (!parsed.success) return [failed('The tests left no report')];
  return parsed.data.testResults.flatMap(({ name, message, assertionResults }) => {
    if (assertionResults.length === 0) return [failed(`${name}: ${message}`)];
    return assertionResults.flatMap(({ status, fullName, meta }): readonly MatrixRow[] => {
      const holds = status === 'passed';
      if (meta.fault !== undefined) return [{ ...meta.fault, holds }];
      return holds ? [] : [failed(fullName)];
    });
  });
}

const failed = (row: string): MatrixRow => ({
  area: 'Failed',
  row,
  sees: '',
  recovery: '',
  holds: false,
});

const areas = ['Network', 'Answers', 'Dialler behaviour', 'Machine'];

/** As a table for each area, and what it comes to. */
export function tableOf(rows: readonly MatrixRow[]): readonly string[] {
  const byArea = Map.groupBy(
    rows.toSorted((a, b) => areas.indexOf(a.area) - areas.indexOf(b.area)),
    ({ area }) => area,
  );
  const counts = [...byArea].map(([area, ofArea]) => `${area} ${ofArea.length}`).join(', ');
  const holding = rows.filter(({ holds }) => holds).length;
  return [
    ...[...byArea].flatMap(([area, ofArea]) => [...linesOf(area, ofArea), '']),
    `${rows.length} rows (${counts}): ${holding} hold, ${rows.length - holding} fail`,
  ];
}

function linesOf(area: string, rows: readonly MatrixRow[]): readonly string[] {
  const cells = rows.map(({ row, sees, recovery, holds }) => [
    holds ? row : `${row} FAILED`,
    sees || '–',
    recovery || '–',
  ]);
  const [heading = '', ...lines] = textTable([[area, 'What the user sees', 'Recovery'], ...cells]);
  return [heading, '-'.repeat(heading.length), ...lines];
}
