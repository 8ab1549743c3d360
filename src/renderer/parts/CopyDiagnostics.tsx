import { useTranslation } from 'react-i18next';
import { usePage } from '../context.ts';
import { Button, type ButtonProps } from './Button.tsx';

/** In the settings, and where something is wrong that support may have to look at. */
export function CopyDiagnostics(props: Pick<ButtonProps, 'look' | 'isSmall' | 'className'>) {
  const { t } = useTranslation();
  const { api, toasts, tell } = usePage();
  return (
    <Button
      {...props}
      onPress={async () => {
        if (await tell(api.copyDiagnostics())) toasts.show({ text: t('popover.diagnosticsCopied') });
      }}
    >
      {t('popover.copyDiagnostics')}
    </Button>
  );
}
