import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePage, viewNow } from '../../context.ts';
import { Button } from '../../parts/Button.tsx';
import { explainError } from '../../parts/explain.ts';
import { Field } from '../../parts/Field.tsx';
import { settle } from '../../requests.ts';

interface ImportStatusesProps {
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

export function ImportStatuses({ onDone, onCancel }: ImportStatusesProps) {
  const { t } = useTranslation();
  const { api, editor, mirror, toasts } = usePage();
  const [text, setText] = useState('');
  const [error, setError] = useState<string>();
  const [isBusy, setBusy] = useState(false);

  async function bringIn(): Promise<void> {
    setBusy(true);
    await editor.flush();
    const { dictionary } = viewNow(mirror).preferences;
    const reply = await settle(api.importDictionary({ text }));
    setBusy(false);
    if (!reply.ok) {
      setError(explainError(t, reply.error).title);
      return;
    }
    toasts.show({
      text: t('statuses.imported', { count: reply.value.count }),
      undo: () => void editor.edit(() => ({ dictionary })),
    });
    onDone();
  }

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === '') setError(t('statuses.importNeeded'));
    else if (!isBusy) void bringIn();
  };

  return (
    <form
      noValidate
      onSubmit={submit}
      className="flex flex-col gap-2 rounded-lg border border-line bg-canvas p-2.5"
    >
      <Field
        label={t('statuses.importLabel')}
        hint={t('statuses.importHint')}
        rows={4}
        value={text}
        onChange={setText}
        error={error}
        autoFocus
      />
      <div className="flex flex-wrap justify-end gap-2">
        <Button onPress={onCancel}>{t('popover.cancel')}</Button>
        <Button type="submit" look="primary" isPending={isBusy}>
          {t('statuses.import')}
        </Button>
      </div>
    </form>
  );
}
