import type Electron from 'electron';
import type { Platform } from '../../shared/app-view.ts';
import type { Clock } from '../../watch/clock.ts';
import type { Watching } from '../account/watching.ts';

export interface PowerParts {
  readonly powerMonitor: Pick<Electron.PowerMonitor, 'on' | 'off' | 'isOnBatteryPower'>;
  readonly watching: Pick<Watching, 'sleep' | 'wake' | 'setSituation'>;
  readonly onWaking: () => void;
  readonly platform: Platform;
  readonly clock: Clock;
  /** How long nobody has touched keyboard or mouse. */
  readonly idleMs: () => number;
}

export interface Power {
  /** Somebody uses the app: the machine is awake and its screen is not locked, whatever was told. */
  readonly isUsed: () => void;
  readonly stop: () => void;
}

/** How often to look whether what was told last can still be so. */
const lookEveryMs = 5_000;
/** A machine on which time goes on for so many looks does not sleep. */
const looksAwake = 6;
/** Typing a password takes less than so many looks. */
const looksUsed = 3;
/** `resume` comes twice now and then (docs/electron.md §11). */
const sameWakingMs = 30_000;

/**
 * Sleep ends polling, waking begins it anew; a lock and a battery slow it down. The events for the end of these
 * get lost, or come in the wrong order (docs/electron.md §11), so each also ends by what proves it wrong.
 */
export function followPower({ powerMonitor, watching, clock, platform, ...parts }: PowerParts): Power {
  let isAsleep = false;
  let isLocked = false;
  let isOnBattery = false;
  let wokeMs = Number.NEGATIVE_INFINITY;
  let timer: NodeJS.Timeout | undefined;
  let lookedWallMs = 0;
  let awake = 0;
  let used = 0;

  function keepLooking(): void {
    clearTimeout(timer);
    lookedWallMs = clock.wallMs();
    timer = isAsleep || isLocked || isOnBattery ? setTimeout(look, lookEveryMs) : undefined;
  }

  function look(): void {
    const passedMs = clock.wallMs() - lookedWallMs;
    awake = isAsleep && passedMs < 2 * lookEveryMs ? awake + 1 : 0;
    if (awake >= looksAwake) wake();
    used = isLocked && parts.idleMs() < lookEveryMs ? used + 1 : 0;
    if (used >= looksUsed) setLocked(false);
    if (isOnBattery) setOnBattery(powerMonitor.isOnBatteryPower());
    keepLooking();
  }

  function wake(): void {
    const isTold = !isAsleep && clock.nowMs() - wokeMs < sameWakingMs;
    isAsleep = false;
    if (isTold) return;
    wokeMs = clock.nowMs();
    parts.onWaking();
    void watching.wake();
  }

  function setLocked(isSo: boolean): void {
    isLocked = isSo;
    used = 0;
    watching.setSituation('locked', isSo);
  }

  function setOnBattery(isSo: boolean): void {
    isOnBattery = isSo;
    watching.setSituation('battery', isSo);
  }

  function isUsed(): void {
    if (isAsleep) wake();
    if (isLocked) setLocked(false);
    keepLooking();
  }

  const events = {
    suspend: () => {
      isAsleep = true;
      awake = 0;
      watching.sleep();
    },
    resume: wake,
    'lock-screen': () => setLocked(true),
    'unlock-screen': () => {
      setLocked(false);
      isUsed();
    },
    'on-battery': () => setOnBattery(true),
    'on-ac': () => setOnBattery(false),
  };
  const unfollow = Object.entries(events).map(([name, act]) => {
    const listener = () => {
      act();
      keepLooking();
    };
    const event = name as 'suspend';
    powerMonitor.on(event, listener);
    return () => void powerMonitor.off(event, listener);
  });
  // On Linux nothing would ever tell that it is so no more (docs/electron.md §11).
  if (platform !== 'linux') setOnBattery(powerMonitor.isOnBatteryPower());
  keepLooking();

  return {
    isUsed,
    stop: () => {
      for (const stop of unfollow) stop();
      clearTimeout(timer);
    },
  };
}
