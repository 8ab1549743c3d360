import { Button } from 'react-aria-components/Button';
import { useTranslation } from 'react-i18next';
import type { OwnRule } from '../../../shared/rules.ts';
import type { Preferences } from '../../../shared/settings.ts';
import { IconButton } from '../../parts/IconButton.tsx';
import { Switch } from '../../parts/Switch.tsx';
import { Warning } from '../../parts/Warning.tsx';
import { problemOf } from './own-rule.ts';
import { asText, sentenceOf } from './sentence.ts';

interface RuleRowProps {
  readonly rule: OwnRule;
  readonly preferences: Preferences;
  readonly agentUsers: readonly string[];
  readonly onSwitch: (isOn: boolean) => void;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
}

/** One rule as a sentence, which leads to its editor. */
export function RuleRow({ rule, preferences, agentUsers, onSwitch, onEdit, onRemove }: RuleRowProps) {
  const { t } = useTranslation();
  const sentence = sentenceOf(t, rule, preferences.groups);
  const text = asText(sentence);
  const problem = problemOf(rule, preferences, agentUsers);
  return (
    <li className="flex flex-wrap items-start gap-x-2 py-1.5 pr-1.5 pl-3">
      <span className="pt-1">
        <Switch isLabelHidden isSelected={rule.isOn} onChange={onSwitch}>
          {t('rules.own.isOn', { rule: text })}
        </Switch>
      </span>
      <Button
        data-edits={rule.id}
        onPress={onEdit}
        className="flex min-w-0 grow basis-32 flex-col gap-0.5 rounded-md px-1.5 py-1 text-left wrap-anywhere hover:bg-sunken"
      >
        <span className="sr-only">{t('rules.opens')} </span>
        <span className={rule.isOn ? '' : 'text-muted'}>{sentence.when} </span>
        <span className="text-sm text-muted">→ {sentence.follows}</span>
        {problem === null ? null : <Warning>{t(`rules.problem.${problem}`)}</Warning>}
      </Button>
      <IconButton
        icon="trash"
        label={t('rules.own.remove', { rule: text })}
        onPress={onRemove}
        className="ml-auto"
      />
    </li>
  );
}
