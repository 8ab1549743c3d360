import { longestReport } from '../shared/bridge.ts';

/** What the log should say of an exception: where it came from, within what main takes. */
export function crashReportOf(error: unknown): string {
  const text =
    error instanceof Error ? `${error.name}: ${error.message}\n${error.stack ?? ''}` : String(error);
  return text.slice(0, longestReport);
}
