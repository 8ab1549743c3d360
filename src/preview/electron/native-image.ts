import { createHash } from 'node:crypto';
import type { IconState } from '../wire/desktop-state.ts';

const pngSignature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

interface RepresentationOptions {
  readonly scaleFactor?: number;
  readonly buffer?: Buffer;
}

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

  /** Null for an image without a representation. */
  toState(): IconState | null {
    const scaleFactors = [...this.#pngs.keys()].sort((a, b) => a - b);
    const sharpest = scaleFactors.at(-1);
    const png = sharpest === undefined ? undefined : this.#pngs.get(sharpest);
    if (sharpest === undefined || png === undefined) return null;
    return {
      scaleFactors,
      width: png.readUInt32BE(16) / sharpest,
      height: png.readUInt32BE(20) / sharpest,
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
