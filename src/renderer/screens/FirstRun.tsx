import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { useTranslation } from 'react-i18next';
import { usePage } from '../context.ts';
import { FamilyMark } from '../parts/FamilyMark.tsx';
import { useTell } from '../requests.ts';

export function FirstRun({ onConnect }: { readonly onConnect: () => void }) {
  const { t } = useTranslation();
  const { api, mirror } = usePage();
  const tell = useTell();
  const [isStarting, setStarting] = useState(false);

  async function startDemo(): Promise<void> {
    setStarting(true);
    if (await tell(api.startDemo())) await mirror.fetchView();
    setStarting(false);
  }

  return (
    <main className="relative flex h-full flex-col justify-center-safe gap-6 overflow-y-auto px-6 py-8">
      <header className="flex flex-col items-center gap-2 text-center">
        <span className="mb-2 flex gap-2" aria-hidden="true">
          <FamilyMark family="ready" className="size-5" />
          <FamilyMark family="in-call" className="size-5" />
          <FamilyMark family="wrap-up" className="size-5" />
          <FamilyMark family="paused" className="size-5" />
        </span>
        <h1 tabIndex={-1} className="outline-none text-2xl font-semibold tracking-tight">
          {t('firstRun.title')}
        </h1>
        <p className="max-w-64 text-balance text-muted">{t('firstRun.tagline')}</p>
      </header>
      <div className="flex flex-col gap-3">
        <Choice title={t('firstRun.connect')} hint={t('firstRun.connectHint')} onPress={onConnect} isFirst />
        <Choice
          title={isStarting ? t('firstRun.startingDemo') : t('firstRun.demo')}
          hint={t('firstRun.demoHint')}
          onPress={() => void startDemo()}
          isPending={isStarting}
        />
      </div>
    </main>
  );
}

interface ChoiceProps {
  readonly title: string;
  readonly hint: string;
  readonly onPress: () => void;
  readonly isFirst?: boolean;
  readonly isPending?: boolean;
}

function Choice({ title, hint, onPress, isFirst = false, isPending = false }: ChoiceProps) {
  const look = isFirst
    ? 'border-transparent bg-accent text-on-accent hover:bg-accent-strong'
    : 'border-line-strong bg-surface hover:bg-sunken';
  return (
    <Button
      onPress={onPress}
      isPending={isPending}
      className={`flex flex-col gap-0.5 rounded-xl border px-4 py-3 text-left transition-colors ${look}`}
    >
      <span className="text-lg font-semibold">{title}</span>
      <span className={isFirst ? '' : 'text-muted'}>{hint}</span>
    </Button>
  );
}
