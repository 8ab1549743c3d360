import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { longestLabel, type StatusMeaning, shortestLimitMs } from '../../../shared/dictionary.ts';
import { families, familyOf } from '../../../shared/family.ts';
import { longestDelayMs } from '../../../shared/rules.ts';
import { Button } from '../../parts/Button.tsx';
import { Choice } from '../../parts/Choice.tsx';
import { FamilyMark } from '../../parts/FamilyMark.tsx';
import { Field } from '../../parts/Field.tsx';
import { MinutesField } from '../../parts/MinutesField.tsx';
import { familyPart, shownFamily } from './dictionary-edits.ts';

type Part = Partial<Omit<StatusMeaning, 'status'>>;

export interface StatusEditorProps {
  readonly meaning: StatusMeaning;
  readonly onChange: (status: string, part: Part) => void;
  /** While typing. */
  readonly onTyped: (status: string, part: Part) => void;
  readonly onTypingDone: () => void;
  readonly onRemove: (meaning: StatusMeaning) => void;
}

const limitBounds = {
  min: shortestLimitMs / 60_000,
  max: longestDelayMs / 60_000,
  isOptional: true,
};

export function StatusEditor({ meaning, onChange, onTyped, onTypingDone, onRemove }: StatusEditorProps) {
  const { t } = useTranslation();
  const [typedLabel, setTypedLabel] = useState<string | null>(null);
  const { status } = meaning;
  const automatic = familyOf(status);
  return (
    <div className="flex flex-col gap-2.5 pr-4 pb-3 pl-10">
      <Choice
        isInline
        label={t('statuses.countsAs')}
        value={meaning.family ?? 'automatic'}
        options={[
          {
            value: 'automatic',
            label: t('statuses.automatic', { family: t(`family.${automatic}`) }),
            mark: <FamilyMark family={automatic} />,
          },
          ...families.map((family) => ({
            value: family,
            label: t(`family.${family}`),
            mark: <FamilyMark family={family} />,
          })),
        ]}
        onChange={(chosen) => onChange(status, familyPart(meaning, chosen === 'automatic' ? null : chosen))}
      />
      <Field
        label={t('statuses.label')}
        hint={t('statuses.labelHint')}
        maxLength={longestLabel}
        value={typedLabel ?? meaning.label}
        onChange={(text) => {
          setTypedLabel(text);
          onTyped(status, { label: text.trim() });
        }}
        onBlur={() => {
          setTypedLabel(null);
          onTypingDone();
        }}
      />
      {shownFamily(meaning) === 'paused' ? (
        <MinutesField
          label={t('statuses.limit')}
          hint={t('statuses.limitHint')}
          valueMs={meaning.limitMs}
          bounds={limitBounds}
          onChange={(limitMs) => onTyped(status, { limitMs })}
          onBlur={onTypingDone}
        />
      ) : null}
      <Button look="danger" className="-ml-3 self-start" onPress={() => onRemove(meaning)}>
        {t('statuses.remove')}
      </Button>
    </div>
  );
}
