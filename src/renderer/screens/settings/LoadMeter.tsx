import { useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LoadFigures } from '../../../shared/load.ts';
import { usePage, useView } from '../../context.ts';
import { Button } from '../../parts/Button.tsx';
import { UnheardNote } from '../../parts/UnheardNote.tsx';
import { useHealth } from '../../parts/use-health.ts';
import { Warning } from '../../parts/Warning.tsx';
import { settle } from '../../requests.ts';

const askEveryMs = 2_000;

/** What the dialler is asked and how it answers. Main is asked for the figures only while they are in sight. */
export function LoadMeter() {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const figuresId = useId();
  return (
    <>
      <Button
        look="quiet"
        className="-ml-3 self-start"
        aria-expanded={isOpen}
        aria-controls={figuresId}
        onPress={() => setOpen(!isOpen)}
      >
        {t(isOpen ? 'settings.loadHide' : 'settings.loadShow')}
      </Button>
      <div id={figuresId} hidden={!isOpen}>
        {isOpen ? <Figures /> : null}
      </div>
    </>
  );
}

function Figures() {
  const { t } = useTranslation();
  const watch = useView((view) => view.watch);
  const most = useView((view) => view.preferences.requestsPerSecond);
  const isConnected = useView(({ health }) => health.kind === 'ok');
  const { sentence, isSilent } = useHealth();
  const load = useLoad();
  const every = (intervalMs: number) =>
    t('settings.loadNow.every', { seconds: Math.round(intervalMs / 1_000) });
  const isAnswered = load !== null && load.p50Ms !== null && load.p95Ms !== null;
  const answer = isAnswered
    ? t('settings.loadNow.answerText', {
        typical: Math.round(load.p50Ms ?? 0),
        most: Math.round(load.p95Ms ?? 0),
      })
    : t('settings.loadNow.noAnswer');
  return (
    <div className="flex flex-col gap-2">
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 tabular-nums">
        <Figure name={t('settings.loadNow.high')} value={every(watch.effectiveIntervalMs)} />
        <Figure name={t('settings.loadNow.low')} value={every(watch.slowestIntervalMs)} />
        <Figure name={t('settings.loadNow.requests')} value={String(load?.requestsPerMinute ?? 0)} />
        <Figure name={t('settings.loadNow.answer')} value={answer} />
        <Figure name={t('settings.loadNow.errors')} value={String(load?.errorsPerMinute ?? 0)} />
      </dl>
      <p className="text-sm text-muted">
        {isConnected && !isSilent
          ? t('settings.loadNow.bound', { seconds: Math.ceil(watch.boundMs / 1_000) })
          : sentence}
        {isSilent ? null : <UnheardNote />}
      </p>
      {watch.slowedBy === null ? null : (
        <Warning>{t(`settings.slowedBy.${watch.slowedBy}`, { most })}</Warning>
      )}
    </div>
  );
}

function Figure({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <>
      <dt className="text-muted">{name}</dt>
      <dd className="text-right">{value}</dd>
    </>
  );
}

function useLoad(): LoadFigures | null {
  const { api } = usePage();
  const [load, setLoad] = useState<LoadFigures | null>(null);
  useEffect(() => {
    let isHere = true;
    const ask = async () => {
      if (document.visibilityState !== 'visible') return;
      const reply = await settle(api.getLoad());
      if (isHere && reply.ok) setLoad(reply.value);
    };
    void ask();
    const timer = setInterval(() => void ask(), askEveryMs);
    return () => {
      isHere = false;
      clearInterval(timer);
    };
  }, [api]);
  return load;
}
