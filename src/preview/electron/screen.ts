import type { Readiness } from './readiness.ts';

interface Rectangle {
  x: number;
  y: number;
  width: number;
  height: number;
}

const iconSize = 24;

/** One display: the part of the browser window below the banner. Its panel is at the top. */
export class StandInScreen {
  readonly #readiness: Readiness;
  #size = { width: 1280, height: 800 };
  #panelHeight = 40;

  constructor(readiness: Readiness) {
    this.#readiness = readiness;
  }

  getPrimaryDisplay = () => {
    this.#readiness.demand("The 'screen' module can't be used before the app 'ready' event");
    const bounds: Rectangle = { x: 0, y: 0, ...this.#size };
    const workArea = { ...bounds, y: this.#panelHeight, height: bounds.height - this.#panelHeight };
    return { bounds, workArea };
  };
  getDisplayMatching = (_rectangle: Rectangle) => this.getPrimaryDisplay();

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
    this.#size = { width, height };
    this.#panelHeight = panelHeight;
  }
}
