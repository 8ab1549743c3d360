import { longestMuteMs, type MuteSpan, muteEndMs } from '../../shared/mute.ts';
import type { Clock } from '../../watch/clock.ts';
import type { AppStore } from '../state/store.ts';

export interface Mute {
  /** Null ends the mute. */
  readonly set: (span: MuteSpan | null) => void;
  readonly stop: () => void;
}

/** A clock that is set, or a sleep, is noticed within this. */
const lookEveryMs = 60_000;

/** Ends a mute when its time has come, by the clock on the wall. */
export function followMute(store: AppStore, clock: Pick<Clock, 'wallMs'>): Mute {
  let timer: NodeJS.Timeout | undefined;

  function setUntil(mutedUntilMs: number | null): void {
    store.setState(({ settings }) => ({ settings: { ...settings, mutedUntilMs } }));
  }

  function look(): void {
    clearTimeout(timer);
    const { mutedUntilMs } = store.getState().settings;
    if (mutedUntilMs === null) return;
    const leftMs = mutedUntilMs - clock.wallMs();
    // Further off than any mute reaches, the clock was wrong then, or is now.
    if (leftMs <= 0 || leftMs > longestMuteMs) setUntil(null);
    else timer = setTimeout(look, Math.min(leftMs, lookEveryMs));
  }

  const unsubscribe = store.follow((state, before) => {
    if (state.settings.mutedUntilMs !== before.settings.mutedUntilMs) look();
  });
  look();
  return {
    set: (span) => setUntil(span === null ? null : muteEndMs(span, new Date(clock.wallMs()))),
    stop: () => {
      unsubscribe();
      clearTimeout(timer);
    },
  };
}
