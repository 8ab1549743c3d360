import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { IconState } from '../wire/desktop-state.ts';

const pngSignature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

interface RepresentationOptions {
  readonly scaleFactor?: number;
  readonly buffer?: Buffer;
  readonly dataURL?: string;
}

/** An image is its PNGs by scale factor. Anything that is no PNG makes no representation. */
export class StandInImage {
  readonly #pngs = new Map<number, Buffer>();
  isTemplate = false;

  static fromBuffer(buffer: Buffer, scaleFactor = 1): StandInImage {
    const image = new StandInImage();
    image.addRepresentation({ scaleFactor, buffer });
    return image;
  }

  addRepresentation = ({ scaleFactor = 1, buffer, dataURL }: RepresentationOptions): void => {
    const png = buffer ?? (dataURL === undefined ? undefined : bytesOf(dataURL));
    if (png !== undefined && isPng(png)) this.#pngs.set(scaleFactor, Buffer.from(png));
  };

  isEmpty = (): boolean => this.#pngs.size === 0;
  isTemplateImage = (): boolean => this.isTemplate;
  setTemplateImage = (isTemplate: boolean): void => {
    this.isTemplate = isTemplate;
  };
  getScaleFactors = (): number[] => [...this.#pngs.keys()].sort((a, b) => a - b);
  toPNG = ({ scaleFactor = 1 }: { scaleFactor?: number } = {}): Buffer =>
    this.#pngs.get(scaleFactor) ?? this.#sharpest()?.png ?? Buffer.alloc(0);
  toDataURL = (options: { scaleFactor?: number } = {}): string => dataUrlOf(this.toPNG(options));

  /** In DIP. */
  getSize = (): { width: number; height: number } => {
    const sharpest = this.#sharpest();
    if (sharpest === null) return { width: 0, height: 0 };
    const { png, scaleFactor } = sharpest;
    return { width: png.readUInt32BE(16) / scaleFactor, height: png.readUInt32BE(20) / scaleFactor };
  };

  toState(): IconState | null {
    const sharpest = this.#sharpest();
    if (sharpest === null) return null;
    return {
      scaleFactors: this.getScaleFactors(),
      ...this.getSize(),
      isTemplate: this.isTemplate,
      sha256: createHash('sha256').update(sharpest.png).digest('hex'),
      dataUrl: dataUrlOf(sharpest.png),
    };
  }

  #sharpest(): { readonly png: Buffer; readonly scaleFactor: number } | null {
    const scaleFactor = this.getScaleFactors().at(-1);
    const png = scaleFactor === undefined ? undefined : this.#pngs.get(scaleFactor);
    return scaleFactor === undefined || png === undefined ? null : { png, scaleFactor };
  }
}

/** Electron takes a path too; a bad one throws when a tray is made from it. */
export function imageOf(image: StandInImage | string): StandInImage {
  if (typeof image !== 'string') return image;
  const loaded = StandInImage.fromBuffer(readOrNothing(image));
  if (loaded.isEmpty()) throw new Error(`Failed to load image from path '${image}'`);
  return loaded;
}

export const nativeImageModule = {
  createEmpty: (): StandInImage => new StandInImage(),
  createFromBuffer: (buffer: Buffer, options: { scaleFactor?: number } = {}): StandInImage =>
    StandInImage.fromBuffer(buffer, options.scaleFactor),
  createFromDataURL: (dataUrl: string): StandInImage => StandInImage.fromBuffer(bytesOf(dataUrl)),
  createFromPath: (path: string): StandInImage => StandInImage.fromBuffer(readOrNothing(path)),
};

const isPng = (bytes: Buffer): boolean => bytes.length >= 24 && bytes.subarray(0, 8).equals(pngSignature);
const dataUrlOf = (png: Buffer): string => `data:image/png;base64,${png.toString('base64')}`;
const bytesOf = (dataUrl: string): Buffer => Buffer.from(dataUrl.replace(/^data:[^,]*,/, ''), 'base64');

function readOrNothing(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch {
    return Buffer.alloc(0);
  }
}
