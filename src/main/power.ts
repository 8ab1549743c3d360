import type Electron from 'electron';
import type { Watching } from './watching.ts';

export interface PowerParts {
  readonly powerMonitor: Pick<Electron.PowerMonitor, 'on' | 'off'>;
  readonly watching: Pick<Watching, 'sleep' | 'wake' | 'setLocked'>;
  readonly onWaking: () => void;
}

/** Sleep ends polling, waking begins it anew; a lock slows it down. Returns the way to stop. */
export function followPower({ powerMonitor, watching, onWaking }: PowerParts): () => void {
  const onSuspend = () => watching.sleep();
  const onResume = () => {
    onWaking();
    void watching.wake();
  };
  const onLock = () => watching.setLocked(true);
  const onUnlock = () => watching.setLocked(false);
  powerMonitor.on('suspend', onSuspend);
  powerMonitor.on('resume', onResume);
  powerMonitor.on('lock-screen', onLock);
  powerMonitor.on('unlock-screen', onUnlock);
  return () => {
    powerMonitor.off('suspend', onSuspend);
    powerMonitor.off('resume', onResume);
    powerMonitor.off('lock-screen', onLock);
    powerMonitor.off('unlock-screen', onUnlock);
  };
}
