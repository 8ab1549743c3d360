import { EventEmitter } from 'node:events';
import type Electron from 'electron';
import type { Desktop } from '../desktop.ts';
import type { Emits } from './drift.ts';
import { createPreventable } from './preventable.ts';
import type { Readiness } from './readiness.ts';

export interface Rectangle {
  x: number;
  y: number;
  width: number;
  height: number;
}

interface Display {
  readonly id: number;
  readonly bounds: Rectangle;
  readonly workArea: Rectangle;
  readonly scaleFactor: number;
}

const iconSize = 24;
export const nowhere: Rectangle = { x: 0, y: 0, width: 0, height: 0 };

type ScreenEvents = Emits<Electron.Screen, 'display-metrics-changed' | 'display-added' | 'display-removed'>;

/** The display that the page plays is the part of the browser window below the banner, with a panel at its top. */
export class StandInScreen extends EventEmitter<ScreenEvents> {
  readonly #readiness: Readiness;
  readonly #desktop: Desktop;
  #size = { width: 1280, height: 800 };
  #panelHeight = 40;
  #scaleFactor: number;

  constructor(readiness: Readiness, desktop: Desktop) {
    super();
    this.#readiness = readiness;
    this.#desktop = desktop;
    this.#scaleFactor = desktop.switches.scaleFactor;
    desktop.origin = () => ({ x: this.#withPanel().bounds.x, y: 0 });
    desktop.on('switched', () => this.#tellOfScale());
  }

  getPrimaryDisplay = (): Display => {
    this.#readiness.demand("The 'screen' module can't be used before the app 'ready' event");
    return this.#primary();
  };

  getDisplayMatching = (rectangle: Rectangle): Display => {
    this.#readiness.demand("The 'screen' module can't be used before the app 'ready' event");
    return this.#at(rectangle);
  };

  /** For the host: the icon sits at the right end of the panel. */
  iconBounds(): Rectangle {
    if (this.#desktop.switches.iconIsHidden) return nowhere;
    const { bounds } = this.#withPanel();
    return {
      x: bounds.x + bounds.width - 72,
      y: (this.#panelHeight - iconSize) / 2,
      width: iconSize,
      height: iconSize,
    };
  }

  /** For the host: how much larger a window gets on its way from one display to another, at first. */
  growthBetween(from: Rectangle, to: Rectangle): number {
    return this.#at(to).scaleFactor / this.#at(from).scaleFactor;
  }

  /** For the host: the browser window has another size now. */
  resize(width: number, height: number, panelHeight: number): void {
    this.#size = { width, height };
    this.#panelHeight = panelHeight;
  }

  #primary(): Display {
    return this.#display(0, this.#desktop.switches.scaleFactor);
  }

  #withPanel(): Display {
    return this.#desktop.switches.iconDisplay === 'primary' ? this.#primary() : this.#display(1, 1);
  }

  #at({ x, width }: Rectangle): Display {
    const isRight = this.#desktop.switches.iconDisplay === 'second' && x + width / 2 >= this.#size.width;
    return isRight ? this.#withPanel() : this.#primary();
  }

  /** They stand side by side, and one of them has the panel. */
  #display(index: 0 | 1, scaleFactor: number): Display {
    const bounds = { x: index * this.#size.width, y: 0, ...this.#size };
    const hasPanel = (this.#desktop.switches.iconDisplay === 'second') === (index === 1);
    const y = hasPanel ? this.#panelHeight : 0;
    return { id: index + 1, bounds, scaleFactor, workArea: { ...bounds, y, height: bounds.height - y } };
  }

  #tellOfScale(): void {
    const { scaleFactor } = this.#desktop.switches;
    if (scaleFactor === this.#scaleFactor) return;
    this.#scaleFactor = scaleFactor;
    this.emit('display-metrics-changed', createPreventable(), this.#primary(), ['scaleFactor']);
  }
}
