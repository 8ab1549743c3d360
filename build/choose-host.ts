import { type Obstacle, sentenceOf } from './electron/obstacle.ts';

export type Host = 'electron' | 'preview';

export interface Circumstances {
  readonly isPreviewWanted: boolean;
  readonly hasDisplay: boolean;
  /** What would end Electron, whichever binary it is. */
  readonly obstacle: Obstacle | null;
  readonly electron: 'there' | 'fetched' | 'out-of-reach' | 'recently-out-of-reach';
}

export interface Choice {
  readonly host: Host;
  /** One sentence for the person who started it. */
  readonly why: string;
}

/** `electron` is only asked for when it decides, because finding out may mean a download. */
export async function chooseHost(
  wanted: Omit<Circumstances, 'electron'>,
  electron: () => Promise<Circumstances['electron']>,
): Promise<Choice> {
  if (wanted.isPreviewWanted) return { host: 'preview', why: 'Opening the preview, as --preview asks.' };
  if (!wanted.hasDisplay) {
    return { host: 'preview', why: 'There is no display here for Electron, so this opens the preview.' };
  }
  if (wanted.obstacle !== null) return { host: 'preview', why: sentenceOf(wanted.obstacle) };
  switch (await electron()) {
    case 'there':
      return { host: 'electron', why: 'Starting in Electron.' };
    case 'fetched':
      return { host: 'electron', why: 'Electron has been fetched; starting in it.' };
    case 'out-of-reach':
      return {
        host: 'preview',
        why: 'The Electron binary is not here and could not be fetched from its release host, so this opens the preview.',
      };
    case 'recently-out-of-reach':
      return {
        host: 'preview',
        why: 'The Electron binary could not be fetched within the last day, so this opens the preview; "npx install-electron" tries again.',
      };
  }
}

/** Only Linux runs without a display server. */
export function hasDisplay(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): boolean {
  const { DISPLAY, WAYLAND_DISPLAY } = env;
  return platform !== 'linux' || Boolean(DISPLAY) || Boolean(WAYLAND_DISPLAY);
}
