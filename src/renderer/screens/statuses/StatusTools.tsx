import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePage, useView } from '../../context.ts';
import { Button } from '../../parts/Button.tsx';
import { settle } from '../../requests.ts';
import { AddStatus } from './AddStatus.tsx';
import { ImportStatuses } from './ImportStatuses.tsx';

interface StatusToolsProps {
  readonly onAdd: (status: string) => void;
}

export function StatusTools({ onAdd }: StatusToolsProps) {
  const { t } = useTranslation();
  const { api, editor, toasts } = usePage();
  const dictionary = useView((view) => view.preferences.dictionary);
  const [form, setForm] = useState<'add' | 'import' | null>(null);
  const close = () => setForm(null);

  const copy = async () => {
    await editor.flush();
    const reply = await settle(api.exportDictionary());
    toasts.show(
      reply.ok ? { text: t('statuses.copied', { count: reply.value.count }) } : { error: reply.error },
    );
  };

  return (
    <>
      <div className="flex flex-wrap gap-2">
        <Button aria-expanded={form === 'add'} onPress={() => setForm(form === 'add' ? null : 'add')}>
          {t('statuses.add')}
        </Button>
        {dictionary.length === 0 ? null : <Button onPress={() => void copy()}>{t('statuses.copy')}</Button>}
        <Button
          aria-expanded={form === 'import'}
          onPress={() => setForm(form === 'import' ? null : 'import')}
        >
          {t('statuses.openImport')}
        </Button>
      </div>
      {form === 'add' ? (
        <AddStatus
          dictionary={dictionary}
          onAdd={(status) => {
            onAdd(status);
            close();
          }}
          onCancel={close}
        />
      ) : null}
      {form === 'import' ? <ImportStatuses onDone={close} onCancel={close} /> : null}
    </>
  );
}
