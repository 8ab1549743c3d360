import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { longestApiUser } from '../../../shared/account.ts';
import type { CheckReport, RequestError } from '../../../shared/bridge.ts';
import { parseServerAddress } from '../../../shared/server-address.ts';
import { usePage, useView, viewNow } from '../../context.ts';
import { Banner } from '../../parts/Banner.tsx';
import { Button } from '../../parts/Button.tsx';
import { CopyDiagnostics } from '../../parts/CopyDiagnostics.tsx';
import { explainError, isProxyLogin } from '../../parts/explain.ts';
import { Field } from '../../parts/Field.tsx';
import { PasswordField } from '../../parts/PasswordField.tsx';
import { ProxyLogin } from '../../parts/ProxyLogin.tsx';
import { agentListBounds, parseAgentList } from '../../parts/parse-agent-list.ts';
import { TopBar } from '../../parts/TopBar.tsx';
import { useGo } from '../../place.ts';
import { settle } from '../../requests.ts';
import { Advanced } from './Advanced.tsx';
import { CheckOutcome } from './CheckOutcome.tsx';
import {
  canKeepPassword,
  draftOf,
  emptyFields,
  type FieldErrors,
  type Fields,
  fieldErrorsOf,
  fieldsOf,
  findErrors,
  standingErrors,
} from './fields.ts';

interface ConnectProps {
  /** Starts from the present account instead of an empty form. */
  readonly isEditing: boolean;
}

type Attempt = 'test' | 'connect';

type Outcome =
  | { readonly kind: 'tested'; readonly report: CheckReport }
  | { readonly kind: 'failed'; readonly error: RequestError; readonly attempt: Attempt };

export function Connect({ isEditing }: ConnectProps) {
  const { t } = useTranslation();
  const { api, mirror, toasts } = usePage();
  const go = useGo();
  const account = useView((now) => now.account);
  const secret = useView((now) => now.secret);
  const [fields, setFields] = useState<Fields>(() =>
    isEditing ? fieldsOf(viewNow(mirror)) : emptyFields(viewNow(mirror).watch.intervalMs),
  );
  const [errors, setErrors] = useState<FieldErrors>({});
  const [tried, setTried] = useState(fields);
  const [busy, setBusy] = useState<Attempt | null>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const form = useRef<HTMLFormElement>(null);

  // Errors are replaced only by an attempt, so this moves the focus once each time.
  useEffect(() => {
    if (Object.keys(errors).length > 0) {
      form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
    }
  }, [errors]);

  // Good news about another password or server than the form now holds would mislead.
  const told = outcome?.kind === 'tested' && fields !== tried ? null : outcome;
  const mayKeepPassword = isEditing && canKeepPassword(fields, { account, secret });
  const change = (part: Partial<Fields>) => {
    setFields({ ...fields, ...part });
    setOutcome(null);
  };

  async function attempt(wanted: Attempt): Promise<void> {
    if (busy !== null) return;
    setOutcome(null);
    const found = findErrors(fields, mayKeepPassword);
    setErrors(found);
    setTried(fields);
    if (Object.keys(found).length > 0) return;
    setBusy(wanted);
    const error = await (wanted === 'test' ? test() : connect());
    setBusy(null);
    if (error === null) return;
    setErrors(fieldErrorsOf(error));
    setOutcome({ kind: 'failed', error, attempt: wanted });
  }

  async function test(): Promise<RequestError | null> {
    const reply = await settle(api.checkAccount({ draft: draftOf(fields) }));
    if (!reply.ok) return reply.error;
    setOutcome({ kind: 'tested', report: reply.value });
    return null;
  }

  async function connect(): Promise<RequestError | null> {
    const reply = await settle(api.connectAccount({ draft: draftOf(fields) }));
    if (!reply.ok) return reply.error;
    if (reply.value.kind === 'session') {
      const reason = t(`popover.secretReason.${reply.value.reason}`);
      toasts.show({ text: t('popover.sessionOnly', { reason }) });
    }
    // The next screen is drawn from the mirror: it has to know the new account first.
    await mirror.catchUp();
    go('home');
    return null;
  }

  const submit = (event: FormEvent) => {
    event.preventDefault();
    void attempt('connect');
  };

  const standing = standingErrors(errors, tried, fields);
  const address = parseServerAddress(fields.server);
  const agentCount = parseAgentList(fields.agents).length;
  const storedWhere = secret.kind === 'session' ? t('connect.passwordHeld') : t('connect.passwordStored');
  return (
    <main className="flex h-full flex-col">
      <TopBar title={isEditing ? t('connect.titleEdit') : t('connect.titleNew')} />
      <form ref={form} noValidate onSubmit={submit} className="flex min-h-0 grow flex-col overflow-y-auto">
        <div className="relative flex min-h-48 grow basis-0 flex-col gap-3 overflow-y-auto px-4 py-3">
          <Field
            label={t('connect.server')}
            value={fields.server}
            onChange={(server) => change({ server })}
            placeholder="acme"
            error={standing.server === undefined ? undefined : t(`connect.address.${standing.server}`)}
            hint={address.ok ? t('connect.willConnect', { baseUrl: address.value }) : t('connect.serverHint')}
          />
          <Field
            label={t('connect.apiUser')}
            value={fields.apiUser}
            onChange={(apiUser) => change({ apiUser })}
            error={
              standing.apiUser && t(`connect.apiUserProblem.${standing.apiUser}`, { most: longestApiUser })
            }
          />
          <PasswordField
            label={t('connect.password')}
            value={fields.password}
            onChange={(password) => change({ password })}
            placeholder={mayKeepPassword ? storedWhere : ''}
            hint={mayKeepPassword ? t('connect.passwordKept') : undefined}
            error={standing.password === 'needed' ? t('connect.passwordNeeded') : undefined}
          />
          <Field
            label={t('connect.agents')}
            rows={4}
            value={fields.agents}
            onChange={(agents) => change({ agents })}
            hint={t('connect.agentsHint')}
            error={
              standing.agents &&
              t(`agents.listProblem.${standing.agents}`, { given: agentCount, ...agentListBounds })
            }
            aside={
              <span className="text-sm text-muted tabular-nums">
                {t('connect.agentCount', { count: agentCount })}
              </span>
            }
          />
          <Advanced fields={fields} onChange={change} />
          {told?.kind === 'failed' && isProxyLogin(told.error) ? (
            <ProxyLogin takesFocus onSent={() => void attempt(told.attempt)} />
          ) : null}
        </div>
        <footer className="flex shrink-0 flex-col gap-2 border-t border-line bg-surface px-4 py-3">
          <div aria-live="polite" className="empty:sr-only">
            {told === null ? null : <OutcomeBanner outcome={told} />}
          </div>
          <div className="flex flex-wrap justify-end gap-2">
            <Button onPress={() => void attempt('test')} isPending={busy === 'test'}>
              {busy === 'test' ? t('connect.testing') : t('connect.test')}
            </Button>
            <Button type="submit" look="primary" isPending={busy === 'connect'}>
              {busy === 'connect'
                ? t('connect.connecting')
                : isEditing
                  ? t('connect.save')
                  : t('connect.connect')}
            </Button>
          </div>
        </footer>
      </form>
    </main>
  );
}

function OutcomeBanner({ outcome }: { readonly outcome: Outcome }) {
  const { t } = useTranslation();
  if (outcome.kind === 'failed') {
    const { title, advice } = explainError(t, outcome.error);
    return (
      <Banner tone="danger" title={title}>
        {advice}
        {outcome.error.kind === 'dialler' ? <CopyDiagnostics isSmall look="quiet" className="-ml-2" /> : null}
      </Banner>
    );
  }
  return <CheckOutcome report={outcome.report} />;
}
