import type { Family } from '../../shared/family.ts';
import { familyShapes, notMonitoringPath } from '../../shared/family-shapes.ts';
import type { Severity } from '../../shared/rules.ts';
import { digitsSvg } from './digits.ts';

export type Mark = Family | 'not-monitoring';

/** Where a rule asks for attention, or else where nothing is known of some of the agents. */
export type Badge = Severity | 'unheard';

/** What the icon says: a mark, perhaps with a badge, or the minutes of my own pause. */
export type Face =
  | { readonly mark: Mark; readonly badge: Badge | null }
  | { readonly minutes: number; readonly isOver: boolean };

/** `light` stands out on a dark panel, `dark` on a light one; `template` is macOS's black and alpha. */
export type Ink = 'light' | 'dark' | 'template';

export type Icon = Face & { readonly ink: Ink };

type PanelInk = Exclude<Ink, 'template'>;

/** Every tray icon: one silhouette, and on a panel of unknown colour a rim that keeps it apart. */
export function iconSvg(icon: Icon): string {
  if ('minutes' in icon)
    return icon.isOver ? overSvg(icon.minutes, icon.ink) : leftSvg(icon.minutes, icon.ink);
  return icon.badge === null ? markSvg(icon.mark, icon.ink) : badgedSvg(icon.mark, icon.badge, icon.ink);
}

function markSvg(mark: Mark, ink: Ink): string {
  const path = pathOf(mark);
  return ink === 'template' ? template(`<path d="${path}"/>`) : panel(rimmed(path, ink, colours[ink][mark]));
}

/** The badge takes a corner of the mark, and a gap around it keeps the two apart. */
function badgedSvg(mark: Mark, badge: Badge, ink: Ink): string {
  const { outline, sign } = badges[badge];
  if (ink === 'template') {
    const kept = `<path d="${outline}" fill="black" stroke="black" stroke-width="2.4" stroke-linejoin="round"/>`;
    return template(
      `${mask('mark', kept)}${mask('badge', `<path d="${sign}" fill="black"/>`)}` +
        `<g mask="url(#mark)"><path d="${pathOf(mark)}" transform="${aside}"/></g><path d="${outline}" mask="url(#badge)"/>`,
    );
  }
  return panel(
    `<g transform="${aside}">${rimmed(pathOf(mark), ink, colours[ink][mark])}</g>${rimmed(outline, ink, badgeColours[ink][badge])}` +
      `<path d="${sign}" fill="${rims[ink]}"/>`,
  );
}

function leftSvg(minutes: number, ink: Ink): string {
  if (ink === 'template') return template(digitsSvg(minutes, 'stroke="black" stroke-width="2"'));
  const pen = 'stroke-linejoin="round" stroke-linecap="square"';
  return panel(
    digitsSvg(minutes, `stroke="${rims[ink]}" stroke-width="3.4" ${pen}`) +
      digitsSvg(minutes, `stroke="${colours[ink].paused}" stroke-width="2" ${pen}`),
  );
}

function overSvg(minutes: number, ink: Ink): string {
  if (ink === 'template') {
    return template(
      `${mask('tile', digitsSvg(minutes, 'stroke="black" stroke-width="2"', 1))}<path d="${tile}" mask="url(#tile)"/>`,
    );
  }
  return panel(
    rimmed(tile, ink, colours[ink].dead) + digitsSvg(minutes, `stroke="${rims[ink]}" stroke-width="2"`, 1),
  );
}

/** A badged mark is a little smaller, so that more of it is left. */
const aside = 'scale(.88)';

const svg = (viewBox: string, content: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${viewBox}">${content}</svg>`;
const template = (content: string): string => svg('0 0 16 16', content);
const panel = (content: string): string => svg('-.5 -.5 17 17', content);

const mask = (id: string, hole: string): string =>
  `<mask id="${id}" maskUnits="userSpaceOnUse" x="0" y="0" width="16" height="16">` +
  `<path d="M0 0H16V16H0Z" fill="white"/>${hole}</mask>`;

function rimmed(path: string, ink: PanelInk, fill: string): string {
  const rim = `fill="${rims[ink]}" stroke="${rims[ink]}" stroke-width="2" stroke-linejoin="round"`;
  return `<path d="${path}" ${rim}/><path d="${path}" fill="${fill}"/>`;
}

const pathOf = (mark: Mark): string =>
  mark === 'not-monitoring' ? notMonitoringPath : familyShapes[mark].path;

const tile =
  'M3.5 .2H12.5A3.3 3.3 0 0 1 15.8 3.5V12.5A3.3 3.3 0 0 1 12.5 15.8H3.5A3.3 3.3 0 0 1 .2 12.5V3.5A3.3 3.3 0 0 1 3.5 .2Z';

/** A disc or a triangle with an exclamation mark, or a square with a dash: told apart without colour. */
const badges: Readonly<Record<Badge, { readonly outline: string; readonly sign: string }>> = {
  alarm: {
    outline: 'M11.5 7.3A4.1 4.1 0 1 0 11.5 15.5 4.1 4.1 0 1 0 11.5 7.3Z',
    sign: 'M10.6 8.3H12.4V12H10.6ZM10.6 13H12.4V14.6H10.6Z',
  },
  warning: {
    outline: 'M11.5 7 15.3 15.1H7.7Z',
    sign: 'M10.9 9.8H12.1V12.8H10.9ZM10.9 13.4H12.1V14.5H10.9Z',
  },
  unheard: {
    outline: 'M8.3 8.3H15.3V15.3H8.3Z',
    sign: 'M9.6 11.1H14V12.6H9.6Z',
  },
};

const rims: Readonly<Record<PanelInk, string>> = { light: '#101314', dark: '#ffffff' };

const badgeColours: Readonly<Record<PanelInk, Readonly<Record<Badge, string>>>> = {
  light: { alarm: '#ff8a9c', warning: '#f5b452', unheard: '#d5dad9' },
  dark: { alarm: '#b3123a', warning: '#9a5200', unheard: '#3c4443' },
};

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
