import type Electron from 'electron';
import type { Watching } from './watching.ts';

export interface PowerParts {
  readonly powerMonitor: Pick<Electron.PowerMonitor, 'on' | 'off'>;
  readonly watching: Pick<Watching, 'sleep' | 'wake'>;
  readonly refresh: () => void;
}

/** Sleep ends polling, waking begins it anew, and unlocking asks at once. Returns the way to stop. */
export function followPower({ powerMonitor, watching, refresh }: PowerParts): () => void {
  const onSuspend = () => watching.sleep();
  const onResume = () => void watching.wake();
  powerMonitor.on('suspend', onSuspend);
  powerMonitor.on('resume', onResume);
  powerMonitor.on('unlock-screen', refresh);
  return () => {
    powerMonitor.off('suspend', onSuspend);
    powerMonitor.off('resume', onResume);
    powerMonitor.off('unlock-screen', refresh);
  };
}
