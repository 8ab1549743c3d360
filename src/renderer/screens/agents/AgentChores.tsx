import { useTranslation } from 'react-i18next';
import type { AgentView } from '../../../shared/app-view.ts';
import { usePage, useView } from '../../context.ts';
import { Button } from '../../parts/Button.tsx';
import { Icon, type IconName } from '../../parts/Icon.tsx';
import { usePreferences } from '../../preferences.ts';
import { useTell } from '../../requests.ts';

interface AgentChoresProps {
  readonly agent: AgentView;
  readonly onRemove: (user: string) => void;
  readonly onWhyQuiet: (user: string) => void;
}

/** What is done to an agent once in a while, quietly at the end. */
export function AgentChores({ agent, onRemove, onWhyQuiet }: AgentChoresProps) {
  const { t } = useTranslation();
  const { api } = usePage();
  const tell = useTell();
  const isMe = useView((view) => view.preferences.me === agent.user);
  const { preferences, edit } = usePreferences();
  const { pinned } = preferences;
  const isPinned = pinned.includes(agent.user);
  const agentUser = agent.user;
  return (
    <div className="border-t border-line pt-1.5">
      <div className="-mx-2 grid grid-cols-2 gap-x-1">
        <Chore
          icon="pin"
          onPress={() =>
            void edit((now) => {
              const others = now.pinned.filter((user) => user !== agentUser);
              return { pinned: isPinned ? others : [...others, agentUser] };
            })
          }
        >
          {t(isPinned ? 'agents.pin.unset' : 'agents.pin.set')}
        </Chore>
        <Chore
          icon="person"
          onPress={() => void tell(api.changePreferences({ change: { me: isMe ? null : agentUser } }))}
        >
          {t(isMe ? 'agents.me.unset' : 'agents.me.set')}
        </Chore>
        <Chore
          icon={agent.isMuted ? 'bell' : 'bellOff'}
          onPress={() => void tell(api.muteAgent({ agentUser, isMuted: !agent.isMuted }))}
        >
          {t(agent.isMuted ? 'agents.unmuteAgent' : 'agents.muteAgent')}
        </Chore>
        <Chore icon="help" onPress={() => onWhyQuiet(agentUser)}>
          {t('agents.whyQuiet')}
        </Chore>
        <Chore icon="trash" look="danger" onPress={() => onRemove(agentUser)}>
          {t('agents.remove')}
        </Chore>
      </div>
    </div>
  );
}

interface ChoreProps {
  readonly icon: IconName;
  readonly look?: 'quiet' | 'danger';
  readonly onPress: () => void;
  readonly children: string;
}

function Chore({ icon, look = 'quiet', onPress, children }: ChoreProps) {
  return (
    <Button isSmall look={look} className="justify-start text-left" onPress={onPress}>
      <Icon name={icon} className="size-3.5" />
      {children}
    </Button>
  );
}
