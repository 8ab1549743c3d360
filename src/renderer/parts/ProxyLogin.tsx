import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequestError } from '../../shared/bridge.ts';
import { usePage, useView } from '../context.ts';
import { settle } from '../requests.ts';
import { Button } from './Button.tsx';
import { explainError } from './explain.ts';
import { Field } from './Field.tsx';
import { PasswordField } from './PasswordField.tsx';

interface ProxyLoginProps {
  /** Where somebody waits for what the proxy keeps back. */
  readonly takesFocus?: boolean;
  /** Main has the login by then. */
  readonly onSent?: () => void;
}

const empty = { user: '', password: '' };

/** The login that a proxy waits for, if one does. Not a form of its own, because it also stands within one. */
export function ProxyLogin({ takesFocus = false, onSent }: ProxyLoginProps) {
  const { t } = useTranslation();
  const { api, toasts } = usePage();
  const proxy = useView((view) => view.askingProxy);
  const [login, setLogin] = useState(empty);
  const [isIncomplete, setIncomplete] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<RequestError | null>(null);
  const group = useRef<HTMLFieldSetElement>(null);
  const focusFirstEmpty = () =>
    [...(group.current?.querySelectorAll('input') ?? [])].find(({ value }) => value === '')?.focus();
  const isShown = proxy !== null;
  useEffect(() => {
    if (takesFocus && isShown) group.current?.querySelector('input')?.focus();
  }, [takesFocus, isShown]);
  if (proxy === null) return null;

  async function send(): Promise<void> {
    const isMissing = login.user.trim() === '' || login.password === '';
    setIncomplete(isMissing);
    if (isMissing) focusFirstEmpty();
    if (isMissing || isBusy) return;
    setBusy(true);
    const reply = await settle(api.logInToProxy({ ...login, user: login.user.trim() }));
    setBusy(false);
    setError(reply.ok ? null : reply.error);
    if (!reply.ok) return;
    setLogin(empty);
    if (reply.value.kind === 'session') {
      const reason = t(`popover.secretReason.${reply.value.reason}`);
      toasts.show({ text: t('popover.sessionOnly', { reason }) });
    }
    onSent?.();
  }

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    void send();
  };

  const wrong =
    error !== null
      ? explainError(t, error).title
      : isIncomplete
        ? t('proxy.needed')
        : proxy.hasRefused
          ? t('proxy.refused')
          : undefined;
  return (
    <fieldset ref={group} className="mt-2 mb-2 flex min-w-0 flex-col gap-2">
      <legend className="font-semibold wrap-anywhere">{t('proxy.title', { proxy: proxy.name })}</legend>
      <Field
        label={t('proxy.user')}
        value={login.user}
        onChange={(user) => setLogin({ ...login, user })}
        onKeyDown={onKeyDown}
      />
      <PasswordField
        label={t('proxy.password')}
        value={login.password}
        onChange={(password) => setLogin({ ...login, password })}
        onKeyDown={onKeyDown}
        error={wrong}
        isForDialler={false}
      />
      <Button className="self-start" isPending={isBusy} onPress={() => void send()}>
        {isBusy ? t('proxy.submitting') : t('proxy.submit')}
      </Button>
    </fieldset>
  );
}
