import { useTranslation } from 'react-i18next';
import { usePage } from '../../context.ts';
import { Button } from '../../parts/Button.tsx';

export function InboxActions({ hasUnread }: { readonly hasUnread: boolean }) {
  const { t } = useTranslation();
  const { api, toasts, tell } = usePage();

  async function clear(): Promise<void> {
    if (!(await tell(api.clearInbox()))) return;
    toasts.show({
      text: t('inbox.cleared'),
      undo: () => void tell(api.restoreInbox()),
    });
  }

  return (
    <div className="-mx-3 -my-1 flex flex-wrap justify-between">
      <Button look="quiet" isDisabled={!hasUnread} onPress={() => void tell(api.acknowledge({ id: null }))}>
        {t('inbox.markAllRead')}
      </Button>
      <Button look="danger" onPress={() => void clear()}>
        {t('popover.clear')}
      </Button>
    </div>
  );
}
