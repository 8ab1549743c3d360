import { useTranslation } from 'react-i18next';
import type { AgentView } from '../../../shared/app-view.ts';
import { usePage } from '../../context.ts';
import { Button } from '../../parts/Button.tsx';
import { Icon, type IconName } from '../../parts/Icon.tsx';
import { useGo } from '../../place.ts';
import { usePreferences } from '../../preferences.ts';
import { useRemoveAgent } from './use-remove-agent.ts';

interface AgentChoresProps {
  readonly agent: AgentView;
}

/** What is done to an agent once in a while, quietly at the end. */
export function AgentChores({ agent }: AgentChoresProps) {
  const { t } = useTranslation();
  const { api, tell } = usePage();
  const go = useGo();
  const remove = useRemoveAgent();
  const { preferences, edit } = usePreferences();
  const agentUser = agent.user;
  const isMe = preferences.me === agentUser;
  const isPinned = preferences.pinned.includes(agentUser);
  return (
    <div className="border-t border-line pt-1.5">
      <div className="-mx-2 grid grid-cols-[repeat(auto-fill,minmax(8rem,1fr))] gap-x-1">
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
        <Chore icon="person" onPress={() => void edit(() => ({ me: isMe ? null : agentUser }))}>
          {t(isMe ? 'agents.me.unset' : 'agents.me.set')}
        </Chore>
        <Chore
          icon={agent.isMuted ? 'bell' : 'bellOff'}
          onPress={() => void tell(api.muteAgent({ agentUser, isMuted: !agent.isMuted }))}
        >
          {t(agent.isMuted ? 'agents.unmuteAgent' : 'agents.muteAgent')}
        </Chore>
        <Chore icon="help" onPress={() => go('inbox', agentUser)}>
          {t('agents.whyQuiet')}
        </Chore>
        <Chore icon="trash" look="danger" onPress={() => void remove(agentUser)}>
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
