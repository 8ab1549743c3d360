import type { AlertingFigures } from './alerting.ts';
import type { MainBundle } from './bundle.ts';
import { rounded } from './figures.ts';
import type { HeapFigures } from './heap.ts';
import type { PageChangeFigures } from './page-change.ts';
import type { PollingFigures } from './polling.ts';
import type { PopoverFigures } from './popover.ts';
import type { SocketFigures } from './sockets.ts';
import type { StartupFigures } from './startup.ts';

export interface Figures {
  readonly polling: PollingFigures;
  readonly overTls: PollingFigures;
  readonly alerting: AlertingFigures;
  readonly pageChange: PageChangeFigures;
  readonly sockets: readonly SocketFigures[];
  readonly heap: HeapFigures;
  readonly popover: PopoverFigures;
  readonly main: MainBundle;
  readonly startup: StartupFigures;
}

type Row = readonly [what: string, measured: string, must: string];

/** As it stands in docs/figures.md. */
export function tableOf(figures: readonly Row[]): string {
  const rows: readonly Row[] = [['Figure', 'Measured', 'Limit'], ...figures];
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const [head, ...body] = rows.map(line);
  return [head, line(widths.map((width) => '-'.repeat(width))), ...body].join('\n');
}

export function rowsOf(figures: Figures): readonly Row[] {
  const { polling, overTls, alerting, pageChange, heap, popover, main, startup } = figures;
  const { requestsPerSecond, answerMs } = polling;
  const kB = (bytes: number): string => `${Math.round(bytes / 1_000)} kB`;
  const toCurl = ({ toCurl: ratio, toBare }: PollingFigures): string =>
    ratio === null ? 'no curl here' : `${ratio} (the bare loop: ${rounded(ratio / toBare)})`;
  const ms = (value: number | null): string => (value === null ? 'too busy here' : `${value} ms`);
  return [
    [`CPU of a poll at ${requestsPerSecond} a second ÷ a bare fetch loop`, String(polling.toBare), '1.15'],
    ['The same ÷ a curl loop, over plain http', toCurl(polling), '0.067'],
    ['The same ÷ a curl loop, over https as diallers are', toCurl(overTls), '0.067'],
    ['A poll after the moment it was due, p99', ms(polling.lateP99Ms), '250 ms'],
    ['Most requests in flight', String(polling.mostInFlight), '5'],
    ['Most requests in any second ÷ budget', String(polling.windowToBudget), '1.05'],
    [
      `Start of a poll → notification, p99 (the answer takes ${answerMs} ms)`,
      ms(alerting.tookP99Ms),
      '50 ms',
    ],
    ...socketRows(figures.sockets),
    ['Heap after 10 hours ÷ after the first', String(heap.ratio), '1.05'],
    ['Pushed to the popover per changed agent', `${alerting.bytesPerChangedAgent} bytes`, '400 bytes'],
    ['Pushed when nothing changed', `${alerting.bytesWhenStill} bytes`, '0 bytes'],
    [
      'One change in 1,000 agents → its delta sent (a bare copy and comparison of the list)',
      `${pageChange.changeMs} ms (${pageChange.bareMs} ms)`,
      '0.3 ms',
    ],
    ['Main bundle, all chunks, without the wasm', kB(main.allBytes), '1000 kB'],
    ['What of it every start loads', kB(main.entryBytes), ''],
    ['Start of the process → tray shown, in the preview', ms(Math.round(startup.trayMs)), ''],
    ['Popover opened → rows painted', ms(popover.openedMs), '200 ms'],
    ['Key → filtered list painted', ms(popover.keystrokeMs), '32 ms'],
    ['Applying a change of 50 agents', ms(popover.deltaMs), '8 ms'],
    ['DOM nodes', String(popover.domNodes), '2000'],
  ];
}

/** What the engine gets over six sockets, with as many requests under way as it allows itself, or more. */
export const socketRows = (figures: readonly SocketFigures[]): readonly Row[] =>
  figures.map(({ answerMs, inFlight, pollsPerMinute, failedPerMinute, lateP99Ms }) => [
    `60 agents, answers of ${answerMs} ms, ${inFlight} under way over six sockets`,
    `${pollsPerMinute} polls a minute, ${failedPerMinute} failed, answers ${lateP99Ms ?? '-'} ms late (p99)`,
    '',
  ]);
