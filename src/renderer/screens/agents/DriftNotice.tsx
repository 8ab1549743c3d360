import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Drift } from '../../../shared/roster.ts';
import { usePage, useView } from '../../context.ts';
import { Banner } from '../../parts/Banner.tsx';
import { Button } from '../../parts/Button.tsx';

type Gone = Exclude<Drift, { kind: 'renamed' }>;
type Renamed = Extract<Drift, { kind: 'renamed' }>;

/** Watched agents that the dialler's list, once it was fetched, does not hold as they are watched. */
export function DriftNotice() {
  const drift = useView((view) => view.drift);
  const gone = drift.filter((one): one is Gone => one.kind !== 'renamed');
  const renamed = drift.filter((one): one is Renamed => one.kind === 'renamed');
  return (
    <>
      {gone.length === 0 ? null : <GoneNotice gone={gone} />}
      {renamed.length === 0 ? null : <RenamedNotice renamed={renamed} />}
    </>
  );
}

function GoneNotice({ gone }: { readonly gone: readonly Gone[] }) {
  const { t } = useTranslation();
  const { api, toasts, tell } = usePage();
  const agentUsers = gone.map(({ agentUser }) => agentUser);

  async function remove(): Promise<void> {
    const removed: string[] = [];
    for (const agentUser of agentUsers) {
      if (!(await tell(api.removeAgent({ agentUser })))) break;
      removed.push(agentUser);
    }
    if (removed.length === 0) return;
    toasts.show({
      text: t('roster.drift.removed', { count: removed.length }),
      undo: () => void tell(api.addAgents({ agentUsers: removed })),
    });
  }

  return (
    <Notice
      title={t('roster.drift.gone', { count: gone.length })}
      lines={gone.map(({ kind, agentUser }) => t(`roster.drift.${kind}`, { agent: agentUser }))}
      action={t('roster.drift.remove')}
      onAction={() => void remove()}
      onKeep={() => void tell(api.keepDrifted({ agentUsers }))}
    />
  );
}

function RenamedNotice({ renamed }: { readonly renamed: readonly Renamed[] }) {
  const { t } = useTranslation();
  const { api, toasts, tell } = usePage();

  async function rename(): Promise<void> {
    const done: Renamed[] = [];
    for (const one of renamed) {
      const { agentUser, newUser } = one;
      if (!(await tell(api.renameAgent({ agentUser, newUser })))) break;
      done.push(one);
    }
    if (done.length === 0) return;
    const undo = async () => {
      for (const { agentUser, newUser } of done) {
        await tell(api.renameAgent({ agentUser: newUser, newUser: agentUser }));
      }
    };
    toasts.show({
      text: t('roster.drift.renamedDone', { count: done.length }),
      undo: () => void undo(),
    });
  }

  return (
    <Notice
      title={t('roster.drift.renamed', { count: renamed.length })}
      lines={renamed.map(({ agentUser, newUser }) =>
        t('roster.drift.spelling', { agent: agentUser, newUser }),
      )}
      action={t('roster.drift.rename')}
      onAction={() => void rename()}
      onKeep={() => void tell(api.keepDrifted({ agentUsers: renamed.map(({ agentUser }) => agentUser) }))}
    />
  );
}

interface NoticeProps {
  readonly title: string;
  readonly lines: readonly string[];
  readonly action: string;
  readonly onAction: () => void;
  readonly onKeep: () => void;
}

/** More than these would push the list out of sight before anybody asked who they are. */
const fewLines = 2;

function Notice({ title, lines, action, onAction, onKeep }: NoticeProps) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const isFew = lines.length <= fewLines;
  return (
    <Banner tone="warning" title={title}>
      {isFew || isOpen ? (
        <ul>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      ) : null}
      <div className="mt-1 flex flex-wrap items-center gap-1.5">
        {isFew ? null : (
          <Button
            isSmall
            look="quiet"
            className="-ml-2"
            aria-expanded={isOpen}
            onPress={() => setOpen(!isOpen)}
          >
            {isOpen ? t('roster.drift.hide') : t('roster.drift.show')}
          </Button>
        )}
        <span className="grow" />
        <Button isSmall onPress={onKeep}>
          {t('roster.drift.keep')}
        </Button>
        <Button isSmall onPress={onAction}>
          {action}
        </Button>
      </div>
    </Banner>
  );
}
