/** What Chromium looks at before it chooses where to draw on Linux (docs/electron.md §3.4). */
export interface DisplayFacts {
  /** Of `--ozone-platform`; empty where it was not given. */
  readonly ozonePlatform: string;
  /** Whether `--display` was given, which only X11 has. */
  readonly hasDisplayFlag: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether there is a `wayland-0` where Wayland is looked for without a variable. */
  readonly hasDefaultSocket: boolean;
}

/** What the user chose; else the only display server there is; else, with both or none, the kind of session. */
export function drawsOnWayland({
  ozonePlatform,
  hasDisplayFlag,
  env,
  hasDefaultSocket,
}: DisplayFacts): boolean {
  if (ozonePlatform !== '') return ozonePlatform === 'wayland';
  const { WAYLAND_SOCKET, WAYLAND_DISPLAY, DISPLAY = '', XDG_SESSION_TYPE } = env;
  // A variable that is set, though empty, hides what comes after it.
  const named = WAYLAND_SOCKET ?? WAYLAND_DISPLAY;
  const hasWayland = named === undefined ? hasDefaultSocket : named !== '';
  const hasX11 = DISPLAY !== '' || hasDisplayFlag;
  return hasWayland === hasX11 ? XDG_SESSION_TYPE === 'wayland' : hasWayland;
}
