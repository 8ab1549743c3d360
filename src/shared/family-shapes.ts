import type { Family } from './family.ts';

/**
 * One filled silhouette per family on a 16 by 16 grid, told apart without colour.
 * Drawn by the tray icon and the popover alike; inner contours run the other way round, for any fill rule.
 */
export const familyShapes: Readonly<Record<Family, { readonly path: string }>> = {
  dead: { path: 'M3.6 1.6 8 6l4.4-4.4 2 2L10 8l4.4 4.4-2 2L8 10l-4.4 4.4-2-2L6 8 1.6 3.6Z' },
  paused: { path: 'M3 2h3.6v12H3ZM9.4 2H13v12H9.4Z' },
  'wrap-up': { path: 'M11.2 1.4 14.6 4.8 5.4 14 1.4 14.6 2 10.6Z' },
  other: { path: 'M8 1 15 8 8 15 1 8ZM8 4.8 4.8 8 8 11.2 11.2 8Z' },
  'in-call': {
    path: 'M4.2 1.8 6.4 1.4 8 5.1 6.5 6.5C7.2 7.9 8.1 8.8 9.5 9.5L10.9 8 14.6 9.6 14.2 11.8C13.9 13.1 12.9 14 11.6 13.9 6.5 13.3 2.7 9.5 2.1 4.4 2 3.1 2.9 2.1 4.2 1.8Z',
  },
  ringing: {
    path: 'M8 1.4A4.5 4.5 0 0 0 3.5 5.9V9L2 11.6H14L12.5 9V5.9A4.5 4.5 0 0 0 8 1.4ZM6 12.6A2 2 0 0 0 10 12.6Z',
  },
  ready: { path: 'M8 2A6 6 0 1 0 8 14 6 6 0 1 0 8 2Z' },
  offline: {
    path: 'M8 2A6 6 0 1 0 8 14 6 6 0 1 0 8 2ZM8 4.3A3.7 3.7 0 1 1 8 11.7 3.7 3.7 0 1 1 8 4.3Z',
  },
};

/** A struck eye: whatever the agents do, nobody is looking. On the same grid. */
export const notMonitoringPath =
  'M5.89 3.49A7.8 7.8 0 0 1 15.2 8 7.8 7.8 0 0 1 13.21 10.81L11.2 8.8A3.3 3.3 0 0 0 7.2 4.8ZM10.11 12.51A7.8 7.8 0 0 1 .8 8 7.8 7.8 0 0 1 2.79 5.19L4.8 7.2A3.3 3.3 0 0 0 8.8 11.2ZM1.5 3 3 1.5 14.5 13 13 14.5Z';
