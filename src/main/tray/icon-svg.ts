import type { Family } from '../../shared/family.ts';
import { familyShapes, notMonitoringPath } from '../../shared/family-shapes.ts';

export type Mark = Family | 'not-monitoring';

/** `light` stands out on a dark panel, `dark` on a light one; `template` is macOS's black and alpha. */
export type Ink = 'light' | 'dark' | 'template';

export interface Icon {
  readonly mark: Mark;
  readonly ink: Ink;
}

type PanelInk = Exclude<Ink, 'template'>;

/** Every tray icon: one silhouette, and on a panel of unknown colour a rim that keeps it apart. */
export function iconSvg({ mark, ink }: Icon): string {
  const path = mark === 'not-monitoring' ? notMonitoringPath : familyShapes[mark].path;
  if (ink === 'template') return svg('0 0 16 16', `<path d="${path}"/>`);
  const rim = `fill="${rims[ink]}" stroke="${rims[ink]}" stroke-width="2" stroke-linejoin="round"`;
  return svg('-.5 -.5 17 17', `<path d="${path}" ${rim}/><path d="${path}" fill="${colours[ink][mark]}"/>`);
}

const svg = (viewBox: string, content: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${viewBox}">${content}</svg>`;

const rims: Readonly<Record<PanelInk, string>> = { light: '#101314', dark: '#ffffff' };

/** The popover's colours for its dark and its light surface. */
export const colours: Readonly<Record<PanelInk, Readonly<Record<Mark, string>>>> = {
  light: {
    dead: '#ff8a9c',
    paused: '#f5b452',
    'wrap-up': '#c8a0ff',
    other: '#b6c0cf',
    'in-call': '#63d48e',
    ringing: '#58cde2',
    ready: '#82b1ff',
    offline: '#a9b2b0',
    'not-monitoring': '#d5dad9',
  },
  dark: {
    dead: '#b3123a',
    paused: '#9a5200',
    'wrap-up': '#7a3bbd',
    other: '#4a5568',
    'in-call': '#147a3d',
    ringing: '#0b6f8a',
    ready: '#1b5fcb',
    offline: '#616b6a',
    'not-monitoring': '#3c4443',
  },
};
