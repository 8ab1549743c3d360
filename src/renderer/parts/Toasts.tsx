import { useEffect, useState } from 'react';
import { Group } from 'react-aria-components/Group';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { usePage } from '../context.ts';
import type { Toast } from '../toasts.ts';
import { Button } from './Button.tsx';
import { IconButton } from './IconButton.tsx';

const shownMs = 4_000;
/** Longer where there is something to press, or more than a few words to read. */
const shownLongerMs = 10_000;
const fewWords = 50;

/** Always on the page, so that screen readers know the live region before it speaks. */
export function Toasts() {
  const { toasts } = usePage();
  const shown = useStore(toasts.store);
  const { t } = useTranslation();
  return (
    <section
      aria-label={t('popover.messages')}
      aria-live="polite"
      className="pointer-events-none fixed inset-x-3 bottom-3 z-10 flex flex-col items-center gap-2"
    >
      {shown.map((toast) => (
        <ToastCard key={toast.id} toast={toast} onDismiss={() => toasts.dismiss(toast.id)} />
      ))}
    </section>
  );
}

function ToastCard({ toast, onDismiss }: { readonly toast: Toast; readonly onDismiss: () => void }) {
  const { t } = useTranslation();
  const { dismiss } = usePage().toasts;
  const [isHeld, setHeld] = useState(false);
  const { id, action, text } = toast;
  const isShort = action === undefined && text.length <= fewWords;
  useEffect(() => {
    if (isHeld) return;
    const timer = setTimeout(() => dismiss(id), isShort ? shownMs : shownLongerMs);
    return () => clearTimeout(timer);
  }, [isHeld, id, isShort, dismiss]);
  return (
    // Reading or reaching for a message holds it; the buttons inside are the controls.
    <Group
      onHoverChange={setHeld}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      className="pointer-events-auto flex max-w-full items-center gap-1 rounded-lg border border-line-strong bg-surface py-1 pr-1 pl-3 shadow-lg"
    >
      <span className="min-w-0 wrap-anywhere">{text}</span>
      {action === undefined ? null : (
        <Button
          look="quiet"
          onPress={() => {
            action.run();
            onDismiss();
          }}
        >
          {action.label}
        </Button>
      )}
      <IconButton icon="close" label={t('popover.dismiss')} onPress={onDismiss} />
    </Group>
  );
}
