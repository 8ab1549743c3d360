import type { AgentView } from '../../../shared/app-view.ts';
import { FamilyMark } from '../../parts/FamilyMark.tsx';
import { Icon } from '../../parts/Icon.tsx';

interface StateMarkProps {
  readonly agent: AgentView;
  readonly isLarge?: boolean;
}

/** The state as a shape, or that there is none to show. */
export function StateMark({ agent, isLarge = false }: StateMarkProps) {
  const box = `shrink-0 rounded-lg ${isLarge ? 'size-9' : 'mt-0.5 size-7'}`;
  const icon = isLarge ? 'size-5' : 'size-3.5';
  if (agent.phase === 'waiting') return <span className={`${box} bg-sunken motion-safe:animate-pulse`} />;
  if (agent.phase === 'unknown') {
    return (
      <span className={`${box} grid place-items-center bg-warning/12 text-warning`}>
        <Icon name="warning" className={isLarge ? icon : 'size-4'} />
      </span>
    );
  }
  return (
    <span data-family={agent.family} className={`${box} grid place-items-center bg-family/12`}>
      <FamilyMark family={agent.family} className={icon} />
    </span>
  );
}
