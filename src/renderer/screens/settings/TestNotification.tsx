import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Platform } from '../../../shared/app-view.ts';
import { usePage, useView } from '../../context.ts';
import { Button } from '../../parts/Button.tsx';
import { useTell } from '../../requests.ts';

/** What keeps notifications from showing; the system tells no app about it (docs/electron.md §4.1). */
const checks = {
  darwin: ['settings.check.mac-allowed', 'settings.check.mac-focus', 'settings.check.mac-signed'],
  win32: [
    'settings.check.windows-allowed',
    'settings.check.windows-focus',
    'settings.check.windows-shortcut',
  ],
  linux: ['settings.check.linux-service', 'settings.check.linux-focus', 'settings.check.linux-library'],
} as const satisfies Readonly<Record<Platform, readonly string[]>>;

export function TestNotification() {
  const { t } = useTranslation();
  const { api } = usePage();
  const tell = useTell();
  const platform = useView((view) => view.platform);
  const [isSent, setSent] = useState(false);
  return (
    <div className="flex flex-col gap-2">
      <Button
        className="self-start"
        onPress={async () => {
          if (await tell(api.testNotification())) setSent(true);
        }}
      >
        {t('settings.test')}
      </Button>
      <div role="status" className="flex flex-col gap-1 text-sm empty:sr-only">
        {isSent ? (
          <>
            <p className="font-medium">{t('settings.testSent')}</p>
            <ul className="flex list-disc flex-col gap-1 pl-4 text-muted marker:text-line-strong">
              {checks[platform].map((check) => (
                <li key={check}>{t(check)}</li>
              ))}
            </ul>
          </>
        ) : null}
      </div>
    </div>
  );
}
