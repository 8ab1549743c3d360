import { Text } from 'react-aria-components/Text';
import {
  UNSTABLE_ToastContent as ToastContent,
  UNSTABLE_ToastRegion as ToastRegion,
  UNSTABLE_Toast as ToastShell,
} from 'react-aria-components/Toast';
import { useTranslation } from 'react-i18next';
import { usePage } from '../context.ts';
import { Button } from './Button.tsx';
import { explainError } from './explain.ts';
import { IconButton } from './IconButton.tsx';

/** Messages that go by themselves, unless the pointer or the focus is on them. */
export function Toasts() {
  const { queue } = usePage().toasts;
  const { t } = useTranslation();
  return (
    <ToastRegion
      queue={queue}
      aria-label={t('popover.messages')}
      className="pointer-events-none fixed inset-x-3 bottom-3 z-10 flex flex-col-reverse items-center gap-2 outline-none"
    >
      {({ toast }) => {
        const { content, key } = toast;
        const undo = 'text' in content ? content.undo : undefined;
        return (
          <ToastShell
            toast={toast}
            className="pointer-events-auto flex max-w-full flex-wrap items-center justify-end gap-1 rounded-lg border border-line-strong bg-surface py-1 pr-1 pl-3 shadow-lg"
          >
            <ToastContent className="min-w-0 grow basis-24 wrap-anywhere">
              <Text slot="title">
                {'text' in content ? content.text : explainError(t, content.error).title}
              </Text>
            </ToastContent>
            {undo === undefined ? null : (
              <Button
                look="quiet"
                onPress={() => {
                  undo();
                  queue.close(key);
                }}
              >
                {t('popover.undo')}
              </Button>
            )}
            <IconButton icon="close" label={t('popover.dismiss')} onPress={() => queue.close(key)} />
          </ToastShell>
        );
      }}
    </ToastRegion>
  );
}
