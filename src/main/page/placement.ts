/** Where the popover goes, in DIP. Geometry only: recomputed at every show, never remembered. */

export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Display {
  readonly bounds: Rectangle;
  /** Without task bar, dock and menu bar. */
  readonly workArea: Rectangle;
}

const marginPx = 8;

/** An icon in the overflow, or a desktop that does not tell, gives an empty rectangle. */
export const isKnown = (icon: Rectangle): boolean => icon.width > 0 && icon.height > 0;

/** Beside the tray icon, on the side of the panel, wholly inside the work area. */
export function placeAtIcon(icon: Rectangle, { bounds, workArea }: Display, size: Size): Rectangle {
  const centredX = icon.x + icon.width / 2 - size.width / 2;
  const isPanelAtTop = icon.y + icon.height / 2 < bounds.y + bounds.height / 2;
  const y = isPanelAtTop ? icon.y + icon.height + marginPx : icon.y - size.height - marginPx;
  return clamp({ x: centredX, y, ...size }, workArea);
}

/** The corner where trays live, on the side of the screen the panel takes its room from. */
export function placeInCorner({ bounds, workArea }: Display, size: Size): Rectangle {
  const isPanelAtTop = workArea.y > bounds.y;
  const isPanelAtLeft = workArea.x > bounds.x;
  return clamp(
    {
      x: isPanelAtLeft ? workArea.x : workArea.x + workArea.width,
      y: isPanelAtTop ? workArea.y : workArea.y + workArea.height,
      ...size,
    },
    workArea,
  );
}

function clamp(wanted: Rectangle, area: Rectangle): Rectangle {
  const width = Math.min(wanted.width, area.width - 2 * marginPx);
  const height = Math.min(wanted.height, area.height - 2 * marginPx);
  const within = (value: number, least: number, most: number) =>
    Math.round(Math.max(least, Math.min(most, value)));
  return {
    x: within(wanted.x, area.x + marginPx, area.x + area.width - width - marginPx),
    y: within(wanted.y, area.y + marginPx, area.y + area.height - height - marginPx),
    width,
    height,
  };
}
