/** By name, so that each theme can have its own shade of it. None is a colour that warns. */
export const groupColours = ['blue', 'teal', 'violet', 'gold', 'pink', 'green', 'brown', 'grey'] as const;
export type GroupColour = (typeof groupColours)[number];

/** What a group gets that has none: one after the other, so that neighbours differ. */
export const colourAt = (index: number): GroupColour => groupColours[index % groupColours.length] ?? 'grey';

/** For a new group: one that is not taken, while there is one. */
export const freeColour = (taken: readonly GroupColour[]): GroupColour =>
  groupColours.find((colour) => !taken.includes(colour)) ?? colourAt(taken.length);
