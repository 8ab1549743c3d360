import type { AgentView } from '../../../shared/app-view.ts';
import { compareAttention, type Family } from '../../../shared/family.ts';
import type { Severity } from '../../../shared/rules.ts';

/** What the rules find worst, then who needs attention; then who has been that way longest; then by name. */
export const sortAgents = (agents: readonly AgentView[]): readonly AgentView[] =>
  agents.toSorted(
    (a, b) =>
      compareSeverity(a, b) ||
      comparePhase(a, b) ||
      compareAttention(a.family, b.family) ||
      compareSince(a, b) ||
      compareName(a, b),
  );

const severities: Readonly<Record<Severity, number>> = { alarm: 0, warning: 1 };

const compareSeverity = (a: AgentView, b: AgentView): number => rankOf(a) - rankOf(b);

const rankOf = ({ severity }: AgentView): number => (severity === null ? 2 : severities[severity]);

/** A name the dialler does not know is a mistake to be seen; one not asked about yet says nothing. */
const phases: Readonly<Record<AgentView['phase'], number>> = { unknown: 0, known: 1, waiting: 2 };

const comparePhase = (a: AgentView, b: AgentView): number => phases[a.phase] - phases[b.phase];

const compareSince = (a: AgentView, b: AgentView): number =>
  Math.sign((a.since?.atMs ?? Number.MAX_VALUE) - (b.since?.atMs ?? Number.MAX_VALUE));

const compareName = (a: AgentView, b: AgentView): number =>
  a.user.localeCompare(b.user, undefined, { numeric: true });

export type FamilyCounts = ReadonlyMap<Family, number>;

/** Only what is known counts. */
export function countFamilies(agents: readonly AgentView[]): FamilyCounts {
  const counts = new Map<Family, number>();
  for (const { phase, family } of agents) {
    if (phase === 'known') counts.set(family, (counts.get(family) ?? 0) + 1);
  }
  return counts;
}
