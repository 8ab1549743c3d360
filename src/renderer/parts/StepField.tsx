import { Button } from 'react-aria-components/Button';
import { Group } from 'react-aria-components/Group';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { NumberField } from 'react-aria-components/NumberField';
import { Icon } from './Icon.tsx';

interface StepFieldProps {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly format?: Intl.NumberFormatOptions;
  /** What the two buttons are called. */
  readonly less: string;
  readonly more: string;
  readonly onChange: (value: number) => void;
}

const step = 'grid w-7 place-items-center text-muted hover:bg-sunken hover:text-ink disabled:opacity-40';

/** A whole number with a button for less and one for more. */
export function StepField(props: StepFieldProps) {
  const { label, value, min, max, format = {}, less, more, onChange } = props;
  return (
    <NumberField
      value={value}
      minValue={min}
      maxValue={max}
      step={1}
      onChange={(wanted) => {
        if (Number.isFinite(wanted)) onChange(wanted);
      }}
      formatOptions={format}
      className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1"
    >
      <Label>{label}</Label>
      <Group className="flex h-8 overflow-hidden rounded-md border border-line-strong bg-surface focus-within:outline-2 focus-within:outline-accent">
        <Button slot="decrement" aria-label={less} className={step}>
          <Icon name="minus" />
        </Button>
        <Input className="w-16 border-x border-line bg-transparent text-center tabular-nums outline-none" />
        <Button slot="increment" aria-label={more} className={step}>
          <Icon name="plus" />
        </Button>
      </Group>
    </NumberField>
  );
}
