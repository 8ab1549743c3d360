import { Button } from 'react-aria-components/Button';
import { Group } from 'react-aria-components/Group';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { NumberField } from 'react-aria-components/NumberField';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../parts/Icon.tsx';

interface CountFieldProps {
  readonly count: number;
  readonly onChange: (count: number) => void;
}

/** As many agents as main lets a rule count. */
const mostAgents = 2_000;

const step = 'grid w-7 place-items-center text-muted hover:bg-sunken hover:text-ink disabled:opacity-40';

export function CountField({ count, onChange }: CountFieldProps) {
  const { t } = useTranslation();
  return (
    <NumberField
      value={count}
      minValue={1}
      maxValue={mostAgents}
      step={1}
      onChange={(typed) => {
        if (Number.isFinite(typed)) onChange(typed);
      }}
      className="flex items-center justify-between gap-3"
    >
      <Label>{t('rules.edit.atLeast')}</Label>
      <Group className="flex h-8 overflow-hidden rounded-md border border-line-strong bg-surface focus-within:outline-2 focus-within:outline-accent">
        <Button slot="decrement" aria-label={t('rules.edit.fewer')} className={step}>
          <Icon name="minus" />
        </Button>
        <Input className="w-12 border-x border-line bg-transparent text-center tabular-nums outline-none" />
        <Button slot="increment" aria-label={t('rules.edit.more')} className={step}>
          <Icon name="plus" />
        </Button>
      </Group>
    </NumberField>
  );
}
