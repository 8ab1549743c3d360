import type { GroupColour } from '../../shared/group-colours.ts';

interface GroupSwatchProps {
  readonly colour: GroupColour;
  readonly className?: string;
}

/** A group's colour beside its name, which says the same to those who do not see it. */
export function GroupSwatch({ colour, className = '' }: GroupSwatchProps) {
  return (
    <span
      aria-hidden="true"
      data-group-colour={colour}
      className={`size-3 shrink-0 rounded-sm bg-group forced-colors:hidden ${className}`}
    />
  );
}
