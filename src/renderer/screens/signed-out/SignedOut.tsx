import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccountDraft } from '../../../shared/account.ts';
import type { AccountView, AppView } from '../../../shared/app-view.ts';
import type { RequestError } from '../../../shared/bridge.ts';
import { stopsPolling } from '../../../shared/problem.ts';
import { useAccount, usePage, useView, viewNow } from '../../context.ts';
import { Banner } from '../../parts/Banner.tsx';
import { Button } from '../../parts/Button.tsx';
import { CopyDiagnostics } from '../../parts/CopyDiagnostics.tsx';
import { explainError, explainProblem, isProxyLogin } from '../../parts/explain.ts';
import { isTooLong, PasswordField } from '../../parts/PasswordField.tsx';
import { ProxyLogin } from '../../parts/ProxyLogin.tsx';
import { ScreenTitle } from '../../parts/ScreenTitle.tsx';
import { useGo } from '../../place.ts';
import { settle } from '../../requests.ts';

/** The account as it is, without a password: this page never had it. */
const draftOf = (
  { baseUrl, apiUser, method, format }: AccountView,
  { agents, watch }: AppView,
): AccountDraft => ({
  server: baseUrl,
  apiUser,
  password: '',
  agentUsers: agents.map(({ user }) => user),
  method,
  format,
  intervalMs: watch.intervalMs,
});

/**
 * Nothing can be watched before someone gives a password that the dialler takes.
 * While connecting, the keychain may still be waiting for its owner to unlock it.
 */
export const isSignedOut = ({ account, secret, health }: AppView): boolean =>
  account !== null &&
  !account.isDemo &&
  ((secret.kind === 'none' && health.kind !== 'connecting') ||
    (health.kind === 'stopped' && stopsPolling(health.problem.kind)));

export function SignedOut() {
  const { t } = useTranslation();
  const { api, mirror, tell } = usePage();
  const go = useGo();
  const account = useAccount();
  const health = useView((view) => view.health);
  const problem = useView(({ secret }) => (secret.kind === 'none' ? (secret.problem ?? null) : null));
  const [password, setPassword] = useState('');
  const [isMissing, setMissing] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<RequestError | null>(null);
  const form = useRef<HTMLFormElement>(null);

  useEffect(() => {
    if (isMissing || (error !== null && !isProxyLogin(error))) form.current?.querySelector('input')?.focus();
  }, [isMissing, error]);

  async function signIn(): Promise<void> {
    setError(null);
    setMissing(password === '');
    if (password === '' || isTooLong(password) || isBusy) return;
    setBusy(true);
    const reply = await settle(api.signIn({ password }));
    if (reply.ok) await mirror.catchUp();
    else setError(reply.error);
    setBusy(false);
  }

  /** As connecting with no password typed: what is in the keychain is tried. */
  async function readAgain(): Promise<void> {
    if (isBusy) return;
    setError(null);
    setMissing(false);
    setBusy(true);
    const reply = await settle(api.connectAccount({ draft: draftOf(account, viewNow(mirror)) }));
    const isUnread =
      !reply.ok && reply.error.kind === 'dialler' && reply.error.problem.kind === 'no-password';
    if (reply.ok) await mirror.catchUp();
    else if (!isUnread) setError(reply.error);
    setBusy(false);
  }

  async function tryAgain(): Promise<void> {
    if (isBusy) return;
    setError(null);
    setMissing(false);
    setBusy(true);
    const reply = await settle(api.tryStoredPassword());
    if (reply.ok) await mirror.catchUp();
    else setError(reply.error);
    setBusy(false);
  }

  const submit = (event: FormEvent) => {
    event.preventDefault();
    void signIn();
  };

  const who = { user: account.apiUser, host: account.host };
  const refusal = health.kind === 'stopped' && health.problem.kind !== 'no-password' ? health.problem : null;
  const told =
    error !== null
      ? explainError(t, error)
      : refusal !== null
        ? explainProblem(t, refusal)
        : problem === 'refused'
          ? { title: t('signIn.unread'), advice: t('signIn.unreadAdvice') }
          : { title: t('signIn.noPassword', who), advice: problem === null ? '' : t('signIn.noKeychain') };
  return (
    <main className="relative flex h-full flex-col gap-4 overflow-y-auto px-5 py-6">
      <header>
        <ScreenTitle className="text-xl font-semibold tracking-tight">{t('signIn.title')}</ScreenTitle>
        <p className="wrap-anywhere text-muted">{t('agents.signedInAs', who)}</p>
      </header>
      <div aria-live="polite">
        <Banner tone={error === null && refusal === null ? 'warning' : 'danger'} title={told.title}>
          {told.advice}
        </Banner>
      </div>
      {error !== null && isProxyLogin(error) ? <ProxyLogin takesFocus onSent={() => void signIn()} /> : null}
      <form ref={form} noValidate onSubmit={submit} className="flex flex-col gap-3">
        <PasswordField
          label={t('signIn.password')}
          value={password}
          onChange={setPassword}
          error={isMissing ? t('signIn.needed') : undefined}
        />
        <Button type="submit" look="primary" isPending={isBusy}>
          {isBusy ? t('signIn.submitting') : t('signIn.submit')}
        </Button>
        {refusal === null ? null : (
          <Button isPending={isBusy} onPress={() => void tryAgain()}>
            {t('signIn.tryStored')}
          </Button>
        )}
        {problem === 'refused' ? (
          <Button isPending={isBusy} onPress={() => void readAgain()}>
            {t('signIn.readAgain')}
          </Button>
        ) : null}
      </form>
      <nav className="mt-auto flex flex-col items-start gap-1 border-t border-line pt-3">
        <Button look="quiet" className="-ml-3" onPress={() => go('edit')}>
          {t('signIn.edit')}
        </Button>
        <Button look="quiet" className="-ml-3" onPress={() => go('connect')}>
          {t('signIn.another')}
        </Button>
        <CopyDiagnostics look="quiet" className="-ml-3" />
        <Button look="danger" className="-ml-3" onPress={() => void tell(api.forgetAccount())}>
          {t('signIn.forget')}
        </Button>
      </nav>
    </main>
  );
}
