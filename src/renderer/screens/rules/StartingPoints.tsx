import { Button } from 'react-aria-components/Button';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../parts/Icon.tsx';
import { type StartingPoint, startingPoints } from './own-rule.ts';

/** Whole rules to begin with. */
export function StartingPoints({ onStart }: { readonly onStart: (point: StartingPoint) => void }) {
  const { t } = useTranslation();
  return (
    <ul
      aria-label={t('rules.own.start')}
      className="flex flex-col divide-y divide-line overflow-hidden rounded-xl border border-line bg-surface"
    >
      {startingPoints.map((point) => (
        <li key={point}>
          <Button
            onPress={() => onStart(point)}
            className="flex min-h-9 w-full items-center gap-2 px-3 py-1.5 text-left outline-offset-[-2px] hover:bg-sunken"
          >
            <Icon name="plus" className="size-3.5 text-accent" />
            {t(`rules.own.start-${point}`)}
          </Button>
        </li>
      ))}
    </ul>
  );
}
