import { type Alert, type KeptQuiet, mostAlerts } from '../../shared/alert.ts';
import type { Decision } from '../alerts/world.ts';

const mostKeptQuiet = 500;

export interface Records {
  readonly inbox: readonly Alert[];
  readonly keptQuiet: readonly KeptQuiet[];
}

/** Enters what was decided: lines come, grow and take the place of others, and the oldest make room. */
export function enter({ inbox, keptQuiet }: Records, decisions: readonly Decision[]): Records {
  let alerts = inbox;
  const entries: KeptQuiet[] = [];
  for (const decision of decisions) {
    if (decision.kind === 'tell') {
      const { replaces, alert } = decision;
      const others = replaces.length === 0 ? alerts : alerts.filter(({ id }) => !replaces.includes(id));
      alerts = [...others, alert].slice(-mostAlerts);
    } else if (decision.kind === 'grow') {
      const { alertId, count } = decision;
      alerts = alerts.map((alert) => (alert.id === alertId ? { ...alert, count, isRead: false } : alert));
    } else if (decision.kind === 'keep-quiet') entries.push(decision.entry);
  }
  return {
    inbox: alerts,
    keptQuiet: entries.length === 0 ? keptQuiet : [...keptQuiet, ...entries].slice(-mostKeptQuiet),
  };
}

/** Null reads all. */
export const markRead = (inbox: readonly Alert[], id: number | null): readonly Alert[] =>
  inbox.some((alert) => !alert.isRead && (id === null || alert.id === id))
    ? inbox.map((alert) => (id === null || alert.id === id ? { ...alert, isRead: true } : alert))
    : inbox;

/** What was cleared, put back before what has come since. */
export const restored = (cleared: Records, now: Records): Records => ({
  inbox: [...cleared.inbox, ...now.inbox].slice(-mostAlerts),
  keptQuiet: [...cleared.keptQuiet, ...now.keptQuiet].slice(-mostKeptQuiet),
});
