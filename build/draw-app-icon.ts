import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import type { DrawAppIcon } from './icon-files.ts';

/** Reads `icon.svg` and readies the library, which a process can do once. */
export async function loadAppIcon(): Promise<DrawAppIcon> {
  const svg = await readFile(join(import.meta.dirname, 'icon.svg'), 'utf8');
  const wasm = await readFile(fileURLToPath(import.meta.resolve('@resvg/resvg-wasm/index_bg.wasm')));
  await initWasm(new Uint8Array(wasm));
  // Apple's grid keeps the shape to four fifths of the canvas.
  const padded = svg.replace('viewBox="0 0 512 512"', 'viewBox="-32 -32 576 576"');
  return (sizePx, rim) => {
    const resvg = new Resvg(rim === 'padded' ? padded : svg, { fitTo: { mode: 'width', value: sizePx } });
    return Buffer.from(resvg.render().asPng());
  };
}
