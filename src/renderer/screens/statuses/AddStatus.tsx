import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Dictionary, longestStatus, mostMeanings } from '../../../shared/dictionary.ts';
import { Button } from '../../parts/Button.tsx';
import { Field } from '../../parts/Field.tsx';
import { type AddProblem, addProblem } from './dictionary-edits.ts';

interface AddStatusProps {
  readonly dictionary: Dictionary;
  readonly onAdd: (status: string) => void;
  readonly onCancel: () => void;
}

export function AddStatus({ dictionary, onAdd, onCancel }: AddStatusProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<AddProblem | null>(null);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const status = typed.trim();
    const found = addProblem(status, dictionary);
    setProblem(found);
    if (found === null) onAdd(status);
  };

  return (
    <form
      noValidate
      onSubmit={submit}
      className="flex flex-col gap-2 rounded-lg border border-line bg-canvas p-2.5"
    >
      <Field
        label={t('statuses.addLabel')}
        hint={t('statuses.addHint')}
        maxLength={longestStatus}
        value={typed}
        onChange={setTyped}
        error={problem === null ? undefined : t(`statuses.addProblem.${problem}`, { count: mostMeanings })}
        autoFocus
      />
      <div className="flex flex-wrap justify-end gap-2">
        <Button onPress={onCancel}>{t('popover.cancel')}</Button>
        <Button type="submit" look="primary">
          {t('statuses.addSubmit')}
        </Button>
      </div>
    </form>
  );
}
