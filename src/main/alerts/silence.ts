import type { QuietReason } from '../../shared/alert.ts';
import type { Settings } from '../../shared/settings.ts';
import { isWorkingTime } from '../../shared/working-hours.ts';

export type Silence = Extract<QuietReason, 'muted' | 'outside-hours' | 'agent-muted' | 'in-sight'>;

export interface Moment {
  readonly settings: Pick<Settings, 'mutedUntilMs' | 'workingHours' | 'mutedAgents'>;
  readonly wallMs: number;
  /** Whose row is open in a window that has the focus. */
  readonly inSight: string | null;
}

/** Whether nothing may notify now, and why. What the user asked to be told once is held by the mute alone. */
export function silenceOf(
  { settings: { mutedUntilMs, workingHours, mutedAgents }, wallMs, inSight }: Moment,
  about: { readonly agentUser: string | null; readonly isAskedFor: boolean },
): Silence | null {
  if (about.agentUser !== null && !about.isAskedFor && mutedAgents.includes(about.agentUser)) {
    return 'agent-muted';
  }
  if (mutedUntilMs !== null && wallMs < mutedUntilMs) return 'muted';
  if (!about.isAskedFor && !isWorkingTime(workingHours, new Date(wallMs))) return 'outside-hours';
  if (about.agentUser !== null && about.agentUser === inSight) return 'in-sight';
  return null;
}
