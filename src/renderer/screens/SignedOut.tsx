import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppView } from '../../shared/app-view.ts';
import type { RequestError } from '../../shared/bridge.ts';
import { stopsPolling } from '../../shared/problem.ts';
import { useAccount, usePage, useView } from '../context.ts';
import { explainProblem } from '../explain-problem.ts';
import { Banner } from '../parts/Banner.tsx';
import { Button } from '../parts/Button.tsx';
import { CopyDiagnostics } from '../parts/CopyDiagnostics.tsx';
import { PasswordField } from '../parts/PasswordField.tsx';
import { explainError, settle, useTell } from '../requests.ts';
import { draftOf, fieldsOf } from './connect/fields.ts';

/**
 * Nothing can be watched before someone gives a password that the dialler takes.
 * While connecting, the keychain may still be waiting for its owner to unlock it.
 */
export const isSignedOut = ({ account, secret, health }: AppView): boolean =>
  account !== null &&
  !account.isDemo &&
  ((secret.kind === 'none' && health.kind !== 'connecting') ||
    (health.kind === 'stopped' && stopsPolling(health.problem.kind)));

interface SignedOutProps {
  readonly onConnectAnother: () => void;
  readonly onEdit: () => void;
}

export function SignedOut({ onConnectAnother, onEdit }: SignedOutProps) {
  const { t } = useTranslation();
  const { api, mirror } = usePage();
  const account = useAccount();
  const tell = useTell();
  const health = useView((view) => view.health);
  const problem = useView(({ secret }) => (secret.kind === 'none' ? (secret.problem ?? null) : null));
  const [password, setPassword] = useState('');
  const [isMissing, setMissing] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<RequestError | null>(null);
  const form = useRef<HTMLFormElement>(null);

  useEffect(() => {
    if (isMissing || error !== null) form.current?.querySelector('input')?.focus();
  }, [isMissing, error]);

  async function signIn(): Promise<void> {
    setError(null);
    setMissing(password === '');
    if (password === '' || isBusy) return;
    setBusy(true);
    const reply = await settle(api.signIn({ password }));
    if (reply.ok) await mirror.fetchView();
    else setError(reply.error);
    setBusy(false);
  }

  /** As connecting with no password typed: what is in the keychain is tried. */
  async function readAgain(): Promise<void> {
    const { view } = mirror.store.getState();
    if (view === null || isBusy) return;
    setError(null);
    setMissing(false);
    setBusy(true);
    const reply = await settle(api.connectAccount({ draft: draftOf(fieldsOf(view)) }));
    const isUnread =
      !reply.ok && reply.error.kind === 'dialler' && reply.error.problem.kind === 'no-password';
    if (reply.ok) await mirror.fetchView();
    else if (!isUnread) setError(reply.error);
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
        <h1 tabIndex={-1} className="outline-none text-xl font-semibold tracking-tight">
          {t('signIn.title')}
        </h1>
        <p className="wrap-anywhere text-muted">{t('agents.signedInAs', who)}</p>
      </header>
      <div aria-live="polite">
        <Banner tone={error === null && refusal === null ? 'warning' : 'danger'} title={told.title}>
          {told.advice}
        </Banner>
      </div>
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
        {problem === 'refused' ? (
          <Button isPending={isBusy} onPress={() => void readAgain()}>
            {t('signIn.readAgain')}
          </Button>
        ) : null}
      </form>
      <nav className="mt-auto flex flex-col items-start gap-1 border-t border-line pt-3">
        <Button look="quiet" className="-ml-3" onPress={onEdit}>
          {t('signIn.edit')}
        </Button>
        <Button look="quiet" className="-ml-3" onPress={onConnectAnother}>
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
