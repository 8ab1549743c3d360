import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { agentKey } from '../../shared/account.ts';
import { usePage, viewNow } from '../context.ts';
import { Button } from './Button.tsx';
import { Field } from './Field.tsx';
import { Icon } from './Icon.tsx';
import {
  type AgentListProblem,
  agentListBounds,
  agentListProblem,
  parseAgentList,
} from './parse-agent-list.ts';

interface AddAgentsProps {
  readonly onDone: () => void;
  /** Left out where there is nothing to go back to. */
  readonly onCancel?: () => void;
  /** Left out where the dialler's list is not to be had. */
  readonly onRoster?: () => void;
}

export function AddAgents({ onDone, onCancel, onRoster }: AddAgentsProps) {
  const { t } = useTranslation();
  const { api, mirror, toasts, tell } = usePage();
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<AgentListProblem | 'needed' | null>(null);
  const [isBusy, setBusy] = useState(false);

  async function add(): Promise<void> {
    const agentUsers = parseAgentList(typed);
    const found = agentUsers.length === 0 ? 'needed' : agentListProblem(agentUsers);
    setProblem(found);
    if (found !== null || isBusy) return;
    const watched = new Set(viewNow(mirror).agents.map(({ user }) => agentKey(user)));
    const count = agentUsers.filter((user) => !watched.has(agentKey(user))).length;
    setBusy(true);
    const isDone = await tell(api.addAgents({ agentUsers }));
    setBusy(false);
    if (!isDone) return;
    setTyped('');
    toasts.show({ text: t('agents.added', { count }) });
    onDone();
  }

  const submit = (event: FormEvent) => {
    event.preventDefault();
    void add();
  };

  return (
    <form
      noValidate
      onSubmit={submit}
      className="flex flex-col gap-2 rounded-lg border border-line bg-canvas p-2.5"
    >
      {onRoster === undefined ? null : (
        <Button onPress={onRoster}>
          <Icon name="search" className="size-3.5" />
          {t('roster.choose')}
        </Button>
      )}
      <Field
        label={t('agents.addLabel')}
        rows={2}
        value={typed}
        onChange={setTyped}
        isReadOnly={isBusy}
        autoFocus={onCancel !== undefined}
        error={
          problem === null
            ? undefined
            : t(`agents.listProblem.${problem}`, { given: parseAgentList(typed).length, ...agentListBounds })
        }
      />
      <div className="flex flex-wrap justify-end gap-2">
        {onCancel === undefined ? null : <Button onPress={onCancel}>{t('popover.cancel')}</Button>}
        <Button type="submit" look="primary" isPending={isBusy}>
          {t('agents.addSubmit')}
        </Button>
      </div>
    </form>
  );
}
