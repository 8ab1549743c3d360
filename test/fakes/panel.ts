import { EventEmitter } from 'node:events';
import type Electron from 'electron';

/** What a fake image was made of: pixel sizes by scale factor, and whether it is a template. */
export class FakeImage
  implements Pick<Electron.NativeImage, 'addRepresentation' | 'setTemplateImage' | 'isTemplateImage'>
{
  readonly sizes = new Map<number, number>();
  #isTemplate = false;

  addRepresentation({ scaleFactor = 1, buffer }: Electron.AddRepresentationOptions): void {
    this.sizes.set(scaleFactor, buffer?.readUInt32BE(16) ?? 0);
  }
  setTemplateImage(isTemplate: boolean): void {
    this.#isTemplate = isTemplate;
  }
  isTemplateImage(): boolean {
    return this.#isTemplate;
  }
}

type UsedTray = Pick<
  Electron.Tray,
  | 'setImage'
  | 'setToolTip'
  | 'setTitle'
  | 'setContextMenu'
  | 'popUpContextMenu'
  | 'setIgnoreDoubleClickEvents'
  | 'destroy'
  | 'isDestroyed'
  | 'getBounds'
>;

export type Template = readonly Electron.MenuItemConstructorOptions[];

/** A panel that writes down what is done to it, in order. */
export function createFakePanel() {
  const calls: (readonly [name: string, value: unknown])[] = [];
  const trays: FakeTray[] = [];
  const note = (name: string, value: unknown) => calls.push([name, value]);

  class FakeTray extends EventEmitter implements UsedTray {
    #isDestroyed = false;

    constructor(image: Electron.NativeImage | string) {
      super();
      trays.push(this);
      note('image', image);
    }

    setImage = (image: Electron.NativeImage | string) => this.#do('image', image);
    setToolTip = (toolTip: string) => this.#do('tooltip', toolTip);
    setTitle = (title: string) => this.#do('title', title);
    setContextMenu = (menu: Electron.Menu | null) => this.#do('menu', menu);
    popUpContextMenu = (menu?: Electron.Menu) => this.#do('pop-up', menu);
    setIgnoreDoubleClickEvents = (isIgnored: boolean) => this.#do('ignore-double-clicks', isIgnored);
    isDestroyed = () => this.#isDestroyed;
    getBounds = () => ({ x: 900, y: 4, width: 24, height: 24 });
    destroy = () => {
      this.#do('destroy', null);
      this.#isDestroyed = true;
    };

    #do(name: string, value: unknown): void {
      if (this.#isDestroyed) throw new Error('Tray is destroyed');
      note(name, value);
    }
  }

  const nativeTheme = new EventEmitter();
  const screen = Object.assign(new EventEmitter(), {
    scaleFactor: 1,
    getPrimaryDisplay: () => ({ scaleFactor: screen.scaleFactor }),
  });
  const fakes = {
    Tray: FakeTray,
    // A fake menu is its template.
    Menu: { buildFromTemplate: (template: Template) => template },
    nativeImage: {
      createFromBuffer: (buffer: Buffer, options?: Electron.CreateFromBufferOptions) => {
        const image = new FakeImage();
        image.addRepresentation({ scaleFactor: options?.scaleFactor ?? 1, buffer });
        return image;
      },
    },
    nativeTheme,
    screen,
  };

  return {
    electron: fakes as unknown as Pick<
      typeof Electron,
      'Tray' | 'Menu' | 'nativeImage' | 'nativeTheme' | 'screen'
    >,
    nativeTheme,
    screen,
    trays,
    /** Everything of this name that was done since the last time this was asked. */
    taken: (name: string): readonly unknown[] => {
      const values = calls.flatMap(([called, value]) => (called === name ? [value] : []));
      calls.splice(0, calls.length, ...calls.filter(([called]) => called !== name));
      return values;
    },
  };
}
