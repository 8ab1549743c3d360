import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { AccountView, SecretPlace } from '../../../shared/app-view.ts';
import { assertNever } from '../../../shared/result.ts';
import { usePage, useView } from '../../context.ts';
import { Button } from '../../parts/Button.tsx';
import { Section } from '../../parts/Section.tsx';
import { useGo } from '../../place.ts';

export function AccountSection({ account }: { readonly account: AccountView }) {
  const { t } = useTranslation();
  const go = useGo();
  const { api, tell } = usePage();
  const secret = useView((view) => view.secret);
  const proxies = useView((view) => view.knownProxies);

  const leave = async (reply: Parameters<typeof tell>[0]) => {
    if (await tell(reply)) go('home');
  };

  if (account.isDemo) {
    return (
      <Section title={t('settings.account')}>
        <p>{t('settings.demoAccount')}</p>
        <Button className="self-start" onPress={() => void leave(api.stopDemo())}>
          {t('agents.leaveDemo')}
        </Button>
      </Section>
    );
  }
  return (
    <Section title={t('settings.account')}>
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 wrap-anywhere">
        <dt className="text-muted">{t('settings.server')}</dt>
        <dd className="select-text">{account.baseUrl}</dd>
        <dt className="text-muted">{t('settings.apiUser')}</dt>
        <dd className="select-text">{account.apiUser}</dd>
        <dt className="text-muted">{t('settings.passwordPlace')}</dt>
        <dd>{placeOf(t, secret)}</dd>
        {proxies.length === 0 ? null : (
          <>
            <dt className="text-muted">{t('settings.proxyLogin')}</dt>
            <dd className="select-text">{proxies.join(', ')}</dd>
          </>
        )}
      </dl>
      <div className="flex flex-wrap gap-2">
        <Button onPress={() => go('edit')}>{t('settings.edit')}</Button>
        <Button onPress={() => void leave(api.signOut())}>{t('settings.signOut')}</Button>
        {proxies.length === 0 ? null : (
          <Button onPress={() => void tell(api.forgetProxyLogins())}>{t('settings.forgetProxyLogin')}</Button>
        )}
      </div>
    </Section>
  );
}

function placeOf(t: TFunction, secret: SecretPlace): string {
  switch (secret.kind) {
    case 'none':
    case 'demo':
      return t('settings.noPassword');
    case 'keychain':
      return t('settings.inKeychain');
    case 'session':
      return t('settings.thisRunOnly', { reason: t(`popover.secretReason.${secret.reason}`) });
    default:
      return assertNever(secret);
  }
}
