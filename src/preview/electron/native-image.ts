import { createHash } from 'node:crypto';
import type { IconState } from '../wire/desktop-state.ts';

const pngSignature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

interface RepresentationOptions {
  readonly scaleFactor?: number;
  readonly buffer?: Buffer;
}

const windowsIconSize = 16;

/** An image is its PNGs by scale factor. Anything that is no PNG makes no representation. */
export class StandInImage {
  readonly #pngs = new Map<number, Buffer>();
  #isTemplate = false;

  addRepresentation = ({ scaleFactor = 1, buffer }: RepresentationOptions): void => {
    if (buffer !== undefined && isPng(buffer)) this.#pngs.set(scaleFactor, Buffer.from(buffer));
  };

  setTemplateImage = (isTemplate: boolean): void => {
    this.#isTemplate = isTemplate;
  };

  /** What a panel makes of it; null where it finds nothing to draw. */
  toState(platform: NodeJS.Platform): IconState | null {
    const scaleFactors = [...this.#pngs.keys()].sort((a, b) => a - b);
    // Windows takes the picture for 1×, whatever others there are, and draws it as large as any icon.
    const used = platform === 'win32' ? 1 : scaleFactors.at(-1);
    const png = used === undefined ? undefined : this.#pngs.get(used);
    if (used === undefined || png === undefined) return null;
    const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
    return {
      scaleFactors,
      width: platform === 'win32' ? windowsIconSize : width / used,
      height: platform === 'win32' ? windowsIconSize : height / used,
      pixels: width,
      isTemplate: this.#isTemplate,
      sha256: createHash('sha256').update(png).digest('hex'),
      dataUrl: `data:image/png;base64,${png.toString('base64')}`,
    };
  }
}

export const nativeImageModule = {
  createFromBuffer: (buffer: Buffer, options: { scaleFactor?: number } = {}): StandInImage => {
    const image = new StandInImage();
    image.addRepresentation({ ...options, buffer });
    return image;
  },
};

const isPng = (bytes: Buffer): boolean => bytes.length >= 24 && bytes.subarray(0, 8).equals(pngSignature);
