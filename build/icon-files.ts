/** Draws the app's icon `sizePx` wide as PNG; `padded` leaves the free rim macOS icons have. */
export type DrawAppIcon = (sizePx: number, rim: 'tight' | 'padded') => Buffer;

const linuxSizes = [16, 24, 32, 48, 64, 128, 256, 512];
const windowsSizes = [16, 20, 24, 32, 40, 48, 64, 128, 256];
/** Apple's icon types that hold a PNG, with the pixels each is for. */
const appleTypes = [
  ['ic11', 32],
  ['ic12', 64],
  ['ic07', 128],
  ['ic13', 256],
  ['ic08', 256],
  ['ic14', 512],
  ['ic09', 512],
  ['ic10', 1024],
] as const;

/**
 * Every icon file the packager takes, by its path in `build/`.
 * The .ico and .icns are here because the packager would fetch a converter from the network for them.
 */
export function iconFiles(draw: DrawAppIcon): ReadonlyMap<string, Buffer> {
  return new Map([
    ['icon.png', draw(1024, 'tight')],
    ...linuxSizes.map((sizePx) => [`icons/${sizePx}x${sizePx}.png`, draw(sizePx, 'tight')] as const),
    ['icon.ico', toIco(windowsSizes.map((sizePx) => [sizePx, draw(sizePx, 'tight')]))],
    ['icon.icns', toIcns(appleTypes.map(([type, sizePx]) => [type, draw(sizePx, 'padded')]))],
  ]);
}

/** A directory of 16-byte entries, then the PNGs they point at. */
function toIco(images: readonly (readonly [sizePx: number, png: Buffer])[]): Buffer {
  const header = Buffer.alloc(6 + 16 * images.length);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(images.length, 4);
  let at = header.length;
  for (const [index, [sizePx, png]] of images.entries()) {
    const entry = 6 + 16 * index;
    // Nought stands for 256, the most an entry can have.
    header.writeUInt8(sizePx % 256, entry);
    header.writeUInt8(sizePx % 256, entry + 1);
    header.writeUInt16LE(1, entry + 4);
    header.writeUInt16LE(32, entry + 6);
    header.writeUInt32LE(png.length, entry + 8);
    header.writeUInt32LE(at, entry + 12);
    at += png.length;
  }
  return Buffer.concat([header, ...images.map(([, png]) => png)]);
}

/** Chunks of type, length (its own eight bytes counted) and PNG, in a chunk of the same making. */
function toIcns(images: readonly (readonly [type: string, png: Buffer])[]): Buffer {
  const chunk = (type: string, content: Buffer): Buffer => {
    const header = Buffer.alloc(8);
    header.write(type, 'latin1');
    header.writeUInt32BE(8 + content.length, 4);
    return Buffer.concat([header, content]);
  };
  return chunk('icns', Buffer.concat(images.map(([type, png]) => chunk(type, png))));
}
