import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadAppIcon } from '../../../build/draw-app-icon.ts';
import { iconFiles } from '../../../build/icon-files.ts';

const folder = join(import.meta.dirname, '../../../build');

const kept = (path: string) => readFile(join(folder, path));
const sizeOf = (png: Buffer) => [png.readUInt32BE(16), png.readUInt32BE(20)];

describe('the app icons', () => {
  it('are as icon.svg draws them; run `npm run icons` after changing it', async () => {
    for (const [path, content] of iconFiles(await loadAppIcon())) {
      expect((await kept(path)).equals(content), path).toBe(true);
    }
  });

  it('hold every size Windows scales to, each found where the .ico says', async () => {
    const ico = await kept('icon.ico');
    const sizes = Array.from({ length: ico.readUInt16LE(4) }, (_, index) => {
      const entry = 6 + 16 * index;
      const [length, at] = [ico.readUInt32LE(entry + 8), ico.readUInt32LE(entry + 12)];
      const [width] = sizeOf(ico.subarray(at, at + length));
      expect(ico.readUInt8(entry) || 256).toBe(width);
      return width;
    });
    expect(sizes).toEqual([16, 20, 24, 32, 40, 48, 64, 128, 256]);
  });

  it('hold what macOS draws, on chunks that add up to the .icns', async () => {
    const icns = await kept('icon.icns');
    expect(icns.toString('latin1', 0, 4)).toBe('icns');
    expect(icns.readUInt32BE(4)).toBe(icns.length);
    const chunks: [string, number | undefined][] = [];
    for (let at = 8; at < icns.length; at += icns.readUInt32BE(at + 4)) {
      chunks.push([icns.toString('latin1', at, at + 4), sizeOf(icns.subarray(at + 8))[0]]);
    }
    expect(Object.fromEntries(chunks)).toEqual({
      ic11: 32,
      ic12: 64,
      ic07: 128,
      ic13: 256,
      ic08: 256,
      ic14: 512,
      ic09: 512,
      ic10: 1024,
    });
  });
});
