import type { Family } from '../../shared/family.ts';
import { familyShapes } from '../../shared/family-shapes.ts';

/** Shape and colour; the words stand beside it. */
export function FamilyMark({
  family,
  className = 'size-3.5',
}: {
  readonly family: Family;
  readonly className?: string;
}) {
  return (
    <svg
      viewBox="0 0 16 16"
      data-family={family}
      aria-hidden="true"
      className={`shrink-0 fill-family forced-colors:fill-[CanvasText] ${className}`}
    >
      <path d={familyShapes[family].path} />
    </svg>
  );
}
