import type { MuteSpan } from '../../shared/mute.ts';
import type { TrayAction } from './menu.ts';

export interface TrayActionParts {
  readonly open: () => void;
  readonly goTo: (screen: 'agents' | 'settings' | 'inbox', agentUser: string | null) => void;
  readonly refresh: () => void;
  readonly togglePause: () => void;
  readonly mute: (span: MuteSpan | null) => void;
  readonly togglePresenting: () => void;
  readonly quit: () => void;
}

/** What a choice in the tray menu does. */
export const createTrayActions =
  (parts: TrayActionParts) =>
  (action: TrayAction): void => {
    switch (action.do) {
      case 'open':
        parts.open();
        break;
      case 'open-agent':
        parts.goTo('agents', action.agentUser);
        break;
      case 'open-inbox':
        parts.goTo('inbox', null);
        break;
      case 'mute':
        parts.mute(action.span);
        break;
      case 'toggle-presenting':
        parts.togglePresenting();
        break;
      case 'refresh':
        parts.refresh();
        break;
      case 'toggle-pause':
        parts.togglePause();
        break;
      case 'open-settings':
        parts.goTo('settings', null);
        break;
      case 'quit':
        parts.quit();
        break;
    }
  };
