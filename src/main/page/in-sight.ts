import type { Popover } from './popover.ts';

export interface InSight {
  /** The page has this agent's row open, with all its fields; null for none. */
  readonly lookAt: (agentUser: string | null) => void;
  /** Whose row is open in a window that has the focus: whoever sits there sees it. */
  readonly user: () => string | null;
}

type PageWindow = Pick<Popover, 'isOpen' | 'isFocused' | 'onPageGone'>;

export function createInSight({ isOpen, isFocused, onPageGone }: PageWindow): InSight {
  let openRow: string | null = null;
  onPageGone(() => {
    openRow = null;
  });
  return {
    lookAt: (agentUser) => {
      openRow = agentUser;
    },
    user: () => (isOpen() && isFocused() ? openRow : null),
  };
}
