import { EventEmitter } from 'node:events';
import type Electron from 'electron';
import type { Emits } from './drift.ts';
import type { Readiness } from './readiness.ts';

interface Rectangle {
  x: number;
  y: number;
  width: number;
  height: number;
}

const iconSize = 24;

/** One display: the part of the browser window below the banner. Its panel is at the top. */
export class StandInScreen extends EventEmitter<Emits<Electron.Screen, 'display-metrics-changed'>> {
  readonly #readiness: Readiness;
  #size = { width: 1280, height: 800 };
  #panelHeight = 40;

  constructor(readiness: Readiness) {
    super();
    this.#readiness = readiness;
  }

  getPrimaryDisplay = () => {
    this.#readiness.demand("The 'screen' module can't be used before the app 'ready' event");
    const bounds: Rectangle = { x: 0, y: 0, ...this.#size };
    const workArea = { ...bounds, y: this.#panelHeight, height: bounds.height - this.#panelHeight };
    return {
      id: 1,
      label: 'Preview',
      bounds,
      workArea,
      size: { ...this.#size },
      workAreaSize: { width: workArea.width, height: workArea.height },
      scaleFactor: 1,
      rotation: 0,
      internal: true,
    };
  };
  getAllDisplays = () => [this.getPrimaryDisplay()];
  getDisplayMatching = (_rectangle: Rectangle) => this.getPrimaryDisplay();
  getDisplayNearestPoint = (_point: { x: number; y: number }) => this.getPrimaryDisplay();
  getCursorScreenPoint = () => {
    const { x, y } = this.iconBounds();
    return { x: x + iconSize / 2, y: y + iconSize / 2 };
  };

  /** For the host: the icon sits at the right end of the panel. */
  iconBounds(): Rectangle {
    return {
      x: this.#size.width - 72,
      y: (this.#panelHeight - iconSize) / 2,
      width: iconSize,
      height: iconSize,
    };
  }

  /** For the host: the browser window has another size now. */
  resize(width: number, height: number, panelHeight: number): void {
    if (width === this.#size.width && height === this.#size.height && panelHeight === this.#panelHeight)
      return;
    this.#size = { width, height };
    this.#panelHeight = panelHeight;
    if (!this.#readiness.isReady()) return;
    this.emit('display-metrics-changed', {}, this.getPrimaryDisplay(), ['bounds', 'workArea']);
  }
}
