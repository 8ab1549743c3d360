import { useTranslation } from 'react-i18next';
import type { OwnRule } from '../../../shared/rules.ts';
import { Button } from '../../parts/Button.tsx';
import { Switch } from '../../parts/Switch.tsx';
import { TopBar } from '../../parts/TopBar.tsx';
import { Warning } from '../../parts/Warning.tsx';
import { Section } from '../settings/Section.tsx';
import { EscalationFields } from './EscalationFields.tsx';
import { problemOf } from './own-rule.ts';
import type { PartProps } from './part-props.ts';
import { sentenceOf } from './sentence.ts';
import { useKnown } from './use-known.ts';
import { useRemoval } from './use-removal.ts';
import { WhatFields } from './WhatFields.tsx';
import { WhomFields } from './WhomFields.tsx';
import { withRule } from './with-rule.ts';

interface RuleEditorProps extends PartProps {
  readonly rule: OwnRule;
  readonly onBack: () => void;
}

/** Every change counts at once, as on the settings screen; the sentence on top says what now holds. */
export function RuleEditor({ rule, preferences, change, onBack }: RuleEditorProps) {
  const { t } = useTranslation();
  const known = useKnown(preferences);
  const { removeRule } = useRemoval({ preferences, change });
  const sentence = sentenceOf(t, rule, preferences.groups);
  const problem = problemOf(rule, preferences, known.agentUsers);
  const changeRule = (changeOf: (now: OwnRule) => OwnRule) =>
    change((now) => withRule(now, changeOf(now.rules.find(({ id }) => id === rule.id) ?? rule)));
  const fields = { rule, known, onChange: changeRule };

  return (
    <main className="flex h-full flex-col">
      <TopBar title={t('rules.edit.title')} onBack={onBack} />
      <div
        aria-live="polite"
        className="flex shrink-0 flex-col gap-0.5 border-b border-line bg-sunken px-4 py-2 wrap-anywhere"
      >
        <p className="font-medium">{sentence.when}</p>
        <p className="text-sm text-muted">→ {sentence.follows}</p>
        {problem === null ? null : <Warning>{t(`rules.problem.${problem}`)}</Warning>}
      </div>
      <div className="relative flex min-h-0 grow flex-col gap-4 overflow-y-auto px-4 py-3">
        <Switch isSelected={rule.isOn} onChange={(isOn) => changeRule((now) => ({ ...now, isOn }))}>
          {t('rules.edit.isOn')}
        </Switch>
        <Section title={t('rules.edit.what')}>
          <WhatFields {...fields} />
        </Section>
        <Section title={t('rules.edit.whom')}>
          <WhomFields {...fields} groups={preferences.groups} />
        </Section>
        <Section title={t('rules.edit.how')}>
          <EscalationFields {...fields} />
        </Section>
        <Button look="danger" className="self-start" onPress={() => removeRule(rule)}>
          {t('rules.edit.remove')}
        </Button>
      </div>
    </main>
  );
}
