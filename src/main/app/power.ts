import type Electron from 'electron';
import type { Platform } from '../../shared/app-view.ts';
import type { Watching } from '../account/watching.ts';

export interface PowerParts {
  readonly powerMonitor: Pick<Electron.PowerMonitor, 'on' | 'off' | 'isOnBatteryPower'>;
  readonly watching: Pick<Watching, 'sleep' | 'wake' | 'setSituation'>;
  readonly onWaking: () => void;
  readonly platform: Platform;
}

/** Sleep ends polling, waking begins it anew; a lock and a battery slow it down. Returns the way to stop. */
export function followPower({ powerMonitor, watching, onWaking, platform }: PowerParts): () => void {
  const onSuspend = () => watching.sleep();
  const onResume = () => {
    onWaking();
    void watching.wake();
  };
  const onLock = () => watching.setSituation('locked', true);
  const onUnlock = () => watching.setSituation('locked', false);
  const onBattery = () => watching.setSituation('battery', true);
  const onMains = () => watching.setSituation('battery', false);
  powerMonitor.on('suspend', onSuspend);
  powerMonitor.on('resume', onResume);
  powerMonitor.on('lock-screen', onLock);
  powerMonitor.on('unlock-screen', onUnlock);
  powerMonitor.on('on-battery', onBattery);
  powerMonitor.on('on-ac', onMains);
  // On Linux nothing would ever tell that it is so no more (docs/electron.md §11).
  if (platform !== 'linux') watching.setSituation('battery', powerMonitor.isOnBatteryPower());
  return () => {
    powerMonitor.off('suspend', onSuspend);
    powerMonitor.off('resume', onResume);
    powerMonitor.off('lock-screen', onLock);
    powerMonitor.off('unlock-screen', onUnlock);
    powerMonitor.off('on-battery', onBattery);
    powerMonitor.off('on-ac', onMains);
  };
}
