import { createDialler, type DiallerParts } from './dialler/dialler.ts';
import { createMonitor, type MonitorParts } from './monitor/monitor.ts';

/** The engine: asks a dialler about agents, keeps what is known of them, and hands on what changed. */
export function createWatch(parts: DiallerParts & Omit<MonitorParts, 'ask'>) {
  const dialler = createDialler(parts);
  return { dialler, monitor: createMonitor({ ...parts, ask: dialler.ask }) };
}
