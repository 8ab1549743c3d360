import { Button } from 'react-aria-components/Button';
import { Group } from 'react-aria-components/Group';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { NumberField } from 'react-aria-components/NumberField';
import { useTranslation } from 'react-i18next';
import { maxIntervalMs, minIntervalMs } from '../../shared/settings.ts';
import { Icon } from './Icon.tsx';

interface IntervalFieldProps {
  readonly intervalMs: number;
  readonly onChange: (intervalMs: number) => void;
}

const step = 'grid w-7 place-items-center text-muted hover:bg-sunken hover:text-ink disabled:opacity-40';

export function IntervalField({ intervalMs, onChange }: IntervalFieldProps) {
  const { t } = useTranslation();
  return (
    <NumberField
      value={intervalMs / 1_000}
      minValue={minIntervalMs / 1_000}
      maxValue={maxIntervalMs / 1_000}
      step={1}
      onChange={(seconds) => {
        if (Number.isFinite(seconds)) onChange(seconds * 1_000);
      }}
      formatOptions={{ style: 'unit', unit: 'second', unitDisplay: 'short' }}
      className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1"
    >
      <Label>{t('connect.interval')}</Label>
      <Group className="flex h-8 overflow-hidden rounded-md border border-line-strong bg-surface focus-within:outline-2 focus-within:outline-accent">
        <Button slot="decrement" aria-label={t('connect.less')} className={step}>
          <Icon name="minus" />
        </Button>
        <Input className="w-16 border-x border-line bg-transparent text-center tabular-nums outline-none" />
        <Button slot="increment" aria-label={t('connect.more')} className={step}>
          <Icon name="plus" />
        </Button>
      </Group>
    </NumberField>
  );
}
