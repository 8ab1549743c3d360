import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { type Icon, type Ink, iconSvg } from './icon-svg.ts';
import type { TaskbarTheme } from './taskbar.ts';

export interface IconRenderer {
  /** Resolves with the way to draw once the renderer is there; asked again, it is there already. */
  readonly load: () => Promise<DrawIcon>;
}

/** A PNG of `sizePx` by `sizePx`. */
export type DrawIcon = (icon: Icon, sizePx: number) => Buffer;

export interface IconSize {
  readonly scaleFactor: number;
  readonly sizePx: number;
}

/** The library is one per process, so a process makes one of these. */
export function createIconRenderer(loadWasm: () => Promise<Uint8Array>): IconRenderer {
  const drawn = new Map<string, Buffer>();
  let loading: Promise<DrawIcon> | null = null;

  function draw(icon: Icon, sizePx: number): Buffer {
    const key = `${JSON.stringify(icon)} ${sizePx}`;
    const png = drawn.get(key) ?? renderPng(iconSvg(icon), sizePx);
    drawn.set(key, png);
    return png;
  }

  async function start(): Promise<DrawIcon> {
    const wasm = await loadWasm();
    await initWasm(new Uint8Array(wasm));
    return draw;
  }

  return {
    load: () => {
      loading ??= start();
      return loading;
    },
  };
}

function renderPng(svg: string, sizePx: number): Buffer {
  const resvg = new Resvg(svg, { fitTo: { mode: 'width', value: sizePx } });
  const image = resvg.render();
  const png = Buffer.from(image.asPng());
  // Both live in the library's own memory, which nobody else sweeps.
  image.free();
  resvg.free();
  return png;
}

/** What each panel draws at: macOS and Linux at 1× and 2×. Windows has one picture, at the scale of the display. */
export function iconSizes(
  platform: NodeJS.Platform,
  displayScale: number,
): readonly [IconSize, ...IconSize[]] {
  if (platform === 'win32') return [{ scaleFactor: 1, sizePx: Math.round(16 * displayScale) }];
  const sizePx = platform === 'darwin' ? 16 : 22;
  return [
    { scaleFactor: 1, sizePx },
    { scaleFactor: 2, sizePx: sizePx * 2 },
  ];
}

/** Light ink has a dark rim, so that it can be seen on a panel of which nothing is known, as on Linux. */
export function inkFor(platform: NodeJS.Platform, taskbar: TaskbarTheme): Ink {
  if (platform === 'darwin') return 'template';
  return platform === 'win32' && taskbar === 'light' ? 'dark' : 'light';
}
