/** The families that have thresholds, in the order the settings show them. */
export const thresholdFamilies = ['paused', 'wrap-up', 'dead', 'in-call', 'ready'] as const;
export type ThresholdFamily = (typeof thresholdFamilies)[number];

export interface Threshold {
  /** From when on the row is amber, and from when on it is red; null never. */
  readonly warningMs: number | null;
  readonly alarmMs: number | null;
  /** Whether the alarm also notifies. */
  readonly notifies: boolean;
}

export type Thresholds = Readonly<Record<ThresholdFamily, Threshold>>;

export const presets = ['ours', 'vicidial', 'goautodial'] as const;
export type Preset = (typeof presets)[number];

const of = (warningS: number | null, alarmS: number | null, notifies: boolean): Threshold => ({
  warningMs: warningS === null ? null : warningS * 1_000,
  alarmMs: alarmS === null ? null : alarmS * 1_000,
  notifies,
});

/**
 * When VICIdial and GOautodial colour a state, read into two colours, and our own choice:
 * - ours is a judgement. Waiting turns amber only: nobody who waits for a call does anything wrong.
 * - VICIdial darkens at 10, 60, 300, 600 and 900 s; amber is its second shade (60 s: yellow, violet, blue), red its
 *   third (300 s: olive, purple, midnight blue). Dead calls have one shade, black at 10 s, and waiting begins at 60 s.
 * - GOautodial is in its "warning" from the first second of a pause or a disposition and in its "danger" at 300 and
 *   180 s; past 900 s (disposition: 300 s) it drops the colour again, which we do not imitate. Calls stay green.
 */
export const presetThresholds: Readonly<Record<Preset, Thresholds>> = {
  ours: {
    paused: of(300, 900, true),
    'wrap-up': of(60, 180, true),
    dead: of(10, 60, true),
    'in-call': of(600, 1_200, false),
    ready: of(300, null, false),
  },
  vicidial: {
    paused: of(60, 300, true),
    'wrap-up': of(60, 300, true),
    dead: of(null, 10, true),
    'in-call': of(60, 300, false),
    ready: of(60, 300, false),
  },
  goautodial: {
    paused: of(0, 300, true),
    'wrap-up': of(0, 180, true),
    dead: of(null, 0, true),
    'in-call': of(null, null, false),
    ready: of(180, 300, false),
  },
};

/** Null when the numbers are the user's own; whether alarms notify is not part of a preset. */
export const presetOf = (thresholds: Thresholds): Preset | null =>
  presets.find((preset) =>
    thresholdFamilies.every((family) => {
      const wanted = presetThresholds[preset][family];
      const { warningMs, alarmMs } = thresholds[family];
      return warningMs === wanted.warningMs && alarmMs === wanted.alarmMs;
    }),
  ) ?? null;
