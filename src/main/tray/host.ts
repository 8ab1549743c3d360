import type { Clock } from '../../watch/clock.ts';

/** Runs a program and gives what it printed; null when it is not there or failed. */
export type RunProgram = (program: string, words: readonly string[]) => Promise<string | null>;

/** `unknown` where no tool can ask the session bus: then Electron's own guess has to do. */
export type TrayHost = 'there' | 'absent' | 'unknown';

const watcher = 'org.kde.StatusNotifierWatcher';

/**
 * Whether this Linux desktop has a place for tray icons. Electron itself does not tell: without a
 * host it draws an icon that Wayland and GNOME show nowhere, and raises no error.
 */
export async function findTrayHost(run: RunProgram): Promise<TrayHost> {
  const call = ['call', '--session', '-d', watcher, '-o', '/StatusNotifierWatcher'];
  const property = ['-m', 'org.freedesktop.DBus.Properties.Get', watcher, 'IsStatusNotifierHostRegistered'];
  const answer = await run('gdbus', [...call, ...property]);
  if (answer !== null) return answer.includes('true') ? 'there' : 'absent';
  const names = await run('gdbus', [
    ...['call', '--session', '-d', 'org.freedesktop.DBus', '-o', '/org/freedesktop/DBus'],
    ...['-m', 'org.freedesktop.DBus.NameHasOwner', watcher],
  ]);
  return names === null || names.includes('true') ? 'unknown' : 'absent';
}

export interface EarlyTrayParts {
  /** Makes the tray; returns the way to stop it. */
  readonly start: () => () => void;
  readonly find: () => Promise<TrayHost>;
  readonly clock: Clock;
  readonly onGivenUp: () => void;
  /** A host appeared after we had given up. */
  readonly onThere: () => void;
}

const askEveryMs = 2_000;
const giveUpAfterMs = 60_000;
/** Somebody may still switch on an extension, or a panel that crashed may come back. */
const askRarelyMs = 30_000;

/**
 * Started with the session, the app may be up before the panel, and an icon made then never shows:
 * it is made again when a host appears. Once it was shown, Electron itself follows a panel that restarts.
 * Returns the way to stop.
 */
export function startEarlyTray({ start, find, clock, onGivenUp, onThere }: EarlyTrayParts): () => void {
  const startedMs = clock.nowMs();
  let stopTray = start();
  let isStopped = false;
  let isGivenUp = false;
  let timer: NodeJS.Timeout | undefined;

  async function look(isFirst: boolean): Promise<void> {
    const host = await find();
    // Who answered before and does not now is a panel on its way up or down.
    if (isStopped || (isFirst && host === 'unknown')) return;
    if (host === 'there') {
      if (isFirst) return;
      stopTray();
      stopTray = start();
      if (isGivenUp) onThere();
      return;
    }
    if (!isGivenUp && clock.nowMs() - startedMs >= giveUpAfterMs) {
      isGivenUp = true;
      onGivenUp();
    }
    timer = setTimeout(() => void look(false), isGivenUp ? askRarelyMs : askEveryMs);
  }

  void look(true);
  return () => {
    isStopped = true;
    clearTimeout(timer);
    stopTray();
  };
}
