import type { AlertingFigures } from './alerting.ts';
import type { MainBundle } from './bundle.ts';
import { rounded } from './figures.ts';
import type { HeapFigures } from './heap.ts';
import type { PollingFigures } from './polling.ts';
import type { PopoverFigures } from './popover.ts';
import type { StartupFigures } from './startup.ts';

export interface Figures {
  readonly polling: PollingFigures;
  readonly overTls: PollingFigures;
  readonly alerting: AlertingFigures;
  readonly heap: HeapFigures;
  readonly popover: PopoverFigures;
  readonly main: MainBundle;
  readonly startup: StartupFigures;
}

type Row = readonly [what: string, measured: string, must: string];

/** As it stands in docs/figures.md. */
export function tableOf(figures: Figures): string {
  const rows: readonly Row[] = [['Figure', 'Measured', 'Limit'], ...rowsOf(figures)];
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const [head, ...body] = rows.map(line);
  return [head, line(widths.map((width) => '-'.repeat(width))), ...body].join('\n');
}

function rowsOf({ polling, overTls, alerting, heap, popover, main, startup }: Figures): readonly Row[] {
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
    ['Most requests in flight', String(polling.mostInFlight), '8'],
    ['Most requests in any second ÷ budget', String(polling.windowToBudget), '1.05'],
    [
      `Start of a poll → notification, p99 (the answer takes ${answerMs} ms)`,
      ms(alerting.tookP99Ms),
      '50 ms',
    ],
    ['Heap after 10 hours ÷ after the first', String(heap.ratio), '1.05'],
    ['Pushed to the popover per changed agent', `${alerting.bytesPerChangedAgent} bytes`, '400 bytes'],
    ['Pushed when nothing changed', `${alerting.bytesWhenStill} bytes`, '0 bytes'],
    ['Main bundle, all chunks, without the wasm', kB(main.allBytes), '1000 kB'],
    ['What of it every start loads', kB(main.entryBytes), ''],
    ['Start of the process → tray shown, in the preview', ms(Math.round(startup.trayMs)), ''],
    ['Popover opened → rows painted', ms(popover.openedMs), '200 ms'],
    ['Key → filtered list painted', ms(popover.keystrokeMs), '32 ms'],
    ['Applying a change of 50 agents', ms(popover.deltaMs), '8 ms'],
    ['DOM nodes', String(popover.domNodes), '2000'],
  ];
}
