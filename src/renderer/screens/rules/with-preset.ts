import {
  type Preset,
  presetThresholds,
  type Threshold,
  type ThresholdFamily,
  type Thresholds,
  thresholdFamilies,
} from '../../../shared/thresholds.ts';

export const withThreshold = (
  thresholds: Thresholds,
  family: ThresholdFamily,
  part: Partial<Threshold>,
): Thresholds => ({ ...thresholds, [family]: { ...thresholds[family], ...part } });

/** A preset is numbers: whether red also notifies stays as the user has it. */
export const withPreset = (thresholds: Thresholds, preset: Preset): Thresholds =>
  thresholdFamilies.reduce<Thresholds>((now, family) => {
    const { warningMs, alarmMs } = presetThresholds[preset][family];
    return withThreshold(now, family, { warningMs, alarmMs });
  }, thresholds);

export const isAsAtFirst = (thresholds: Thresholds): boolean =>
  thresholdFamilies.every((family) => {
    const { warningMs, alarmMs, notifies } = presetThresholds.ours[family];
    const now = thresholds[family];
    return now.warningMs === warningMs && now.alarmMs === alarmMs && now.notifies === notifies;
  });

/** The amber of this family never shows: red has come by then. */
export const isAmberHidden = ({ warningMs, alarmMs }: Threshold): boolean =>
  warningMs !== null && alarmMs !== null && alarmMs <= warningMs;
