import { DurationField } from '../../parts/DurationField.tsx';

interface TimeRowProps {
  readonly label: string;
  readonly valueMs: number;
  readonly onChange: (valueMs: number) => void;
  readonly maxMs?: number;
}

/** A time with its label beside it; the field says the label itself to those who do not see it. */
export function TimeRow(props: TimeRowProps) {
  return (
    <div className="flex items-center justify-between gap-3">
      <span aria-hidden="true">{props.label}</span>
      <DurationField {...props} />
    </div>
  );
}
