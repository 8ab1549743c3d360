export const muteSpans = ['15-min', '1-hour', 'tomorrow'] as const;
export type MuteSpan = (typeof muteSpans)[number];

const minuteMs = 60_000;
/** From one morning to the next, when the clocks go back; a later end was never asked for. */
export const longestMuteMs = 25 * 60 * minuteMs;
/** Early enough for the first shift, late enough not to wake anybody. */
const morningHour = 6;

/** Whether a mute until then is one until the morning. */
export const isMorning = (wall: Date): boolean =>
  wall.getHours() === morningHour && wall.getTime() % (60 * minuteMs) === 0;

/** When a mute begun at `wall` ends, on the wall clock. Tomorrow is the next morning, today's if it is still night. */
export function muteEndMs(span: MuteSpan, wall: Date): number {
  switch (span) {
    case '15-min':
      return wall.getTime() + 15 * minuteMs;
    case '1-hour':
      return wall.getTime() + 60 * minuteMs;
    case 'tomorrow': {
      const morning = new Date(wall);
      morning.setHours(morningHour, 0, 0, 0);
      if (morning <= wall) morning.setDate(morning.getDate() + 1);
      return morning.getTime();
    }
  }
}
