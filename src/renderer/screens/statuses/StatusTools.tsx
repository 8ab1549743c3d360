import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePage } from '../../context.ts';
import { Button } from '../../parts/Button.tsx';
import { explainError } from '../../parts/explain.ts';
import type { PreferencesEditor } from '../../preferences.ts';
import { settle } from '../../requests.ts';
import { AddStatus } from './AddStatus.tsx';
import { ImportStatuses } from './ImportStatuses.tsx';

interface StatusToolsProps {
  readonly editor: PreferencesEditor;
  readonly onAdd: (status: string) => void;
}

export function StatusTools({ editor, onAdd }: StatusToolsProps) {
  const { t } = useTranslation();
  const { api, toasts } = usePage();
  const [form, setForm] = useState<'add' | 'import' | null>(null);
  const { dictionary } = editor.preferences;
  const close = () => setForm(null);

  const copy = async () => {
    await editor.flush();
    const reply = await settle(api.exportDictionary());
    toasts.show({
      text: reply.ok
        ? t('statuses.copied', { count: reply.value.count })
        : explainError(t, reply.error).title,
    });
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
      {form === 'import' ? <ImportStatuses editor={editor} onDone={close} onCancel={close} /> : null}
    </>
  );
}
