import type { Alert, KeptQuiet } from '../../shared/alert.ts';
import type { Change } from '../../shared/change.ts';
import type { Health } from '../../shared/health.ts';
import type { Rule } from '../../shared/rules.ts';
import type { Settings } from '../../shared/settings.ts';
import type { TellWhen } from '../../shared/tell-when.ts';
import type { AgentState } from '../../watch/agents.ts';
import type { MeaningOf } from '../statuses/limit-of.ts';

/** Everything a decision depends on. */
export interface World {
  readonly nowMs: number;
  readonly wallMs: number;
  readonly agents: ReadonlyMap<string, AgentState>;
  /** Whom to look at although no time of theirs has come; null means everybody. */
  readonly touched: ReadonlySet<string> | null;
  readonly changes: readonly Change[];
  readonly health: Health;
  readonly wokeMs: number | null;
  readonly settings: Settings;
  /** As `rulesOf` makes them of the settings. */
  readonly rules: readonly Rule[];
  readonly meaningOf: MeaningOf;
  readonly intervalMs: number;
  /** Somebody uses this computer's keyboard or mouse. */
  readonly isUserActive: boolean;
  /** Whose row is open in a window that has the focus. */
  readonly inSight: string | null;
}

export type Decision =
  | {
      readonly kind: 'tell';
      readonly alert: Alert;
      /** `none`: it stands in the inbox only, and says why. */
      readonly notify: 'at-once' | 'in-summary' | 'none';
      /** Lines of the inbox whose place it takes. */
      readonly replaces: readonly number[];
    }
  | { readonly kind: 'grow'; readonly alertId: number; readonly count: number }
  | { readonly kind: 'notify-again'; readonly alertId: number }
  /** What it told of is so no more. */
  | { readonly kind: 'over'; readonly alertId: number }
  | { readonly kind: 'keep-quiet'; readonly entry: KeptQuiet }
  | { readonly kind: 'disarm'; readonly tellWhen: TellWhen };
