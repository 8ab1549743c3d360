import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { mostOwnRules, type OwnRule } from '../../../shared/rules.ts';
import { Button } from '../../parts/Button.tsx';
import { type StartingPoint, startRule } from './own-rule.ts';
import type { PartProps } from './part-props.ts';
import { RuleRow } from './RuleRow.tsx';
import { StartingPoints } from './StartingPoints.tsx';
import { useKnown } from './use-known.ts';
import { useRemoval } from './use-removal.ts';
import { withPlaced, withRule } from './with-rule.ts';

interface RuleListProps extends PartProps {
  readonly onEdit: (id: string) => void;
}

export function RuleList({ preferences, change, onEdit }: RuleListProps) {
  const { t } = useTranslation();
  const known = useKnown(preferences);
  const { removeRule } = useRemoval({ preferences, change });
  const [isAdding, setAdding] = useState(false);
  const { rules } = preferences;

  const add = (point: StartingPoint) => {
    const rule: OwnRule = startRule(point, crypto.randomUUID(), known);
    change((now) => ({ rules: withPlaced(now.rules, rule, now.rules.length) }));
    onEdit(rule.id);
  };

  if (rules.length === 0) {
    return (
      <div className="flex flex-col gap-3">
        <div className="text-center">
          <h2 className="font-semibold">{t('rules.own.emptyTitle')}</h2>
          <p className="text-muted">{t('rules.own.emptyHint')}</p>
        </div>
        <StartingPoints onStart={add} />
      </div>
    );
  }
  return (
    <>
      <ul
        aria-label={t('rules.own.list')}
        className="flex flex-col divide-y divide-line rounded-xl border border-line bg-surface"
      >
        {rules.map((rule) => (
          <RuleRow
            key={rule.id}
            rule={rule}
            preferences={preferences}
            agentUsers={known.agentUsers}
            onSwitch={(isOn) => change((now) => withRule(now, { ...rule, isOn }))}
            onEdit={() => onEdit(rule.id)}
            onRemove={() => removeRule(rule)}
          />
        ))}
      </ul>
      {rules.length >= mostOwnRules ? (
        <p className="text-sm text-muted">{t('rules.own.full', { count: mostOwnRules })}</p>
      ) : (
        <>
          <Button aria-expanded={isAdding} className="self-start" onPress={() => setAdding(!isAdding)}>
            {t('rules.own.add')}
          </Button>
          {isAdding ? <StartingPoints onStart={add} /> : null}
        </>
      )}
    </>
  );
}
