import type { Popover } from './popover.ts';

export interface InSight {
  /** The page has this agent's row open, with all its fields; null for none. */
  readonly lookAt: (agentUser: string | null) => void;
  /** Whose row is open in a window that has the focus: whoever sits there sees it. */
  readonly user: () => string | null;
}

export function createInSight({ isOpen, isFocused }: Pick<Popover, 'isOpen' | 'isFocused'>): InSight {
  let openRow: string | null = null;
  return {
    lookAt: (agentUser) => {
      openRow = agentUser;
    },
    user: () => (isOpen() && isFocused() ? openRow : null),
  };
}
