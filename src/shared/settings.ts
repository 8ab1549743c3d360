import type { Account } from './account.ts';
import type { ChangeKind } from './change.ts';

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

export const languages = ['en', 'es'] as const;
export type Language = (typeof languages)[number];

export const minIntervalMs = 3_000;
export const maxIntervalMs = 60_000;

export interface Settings {
  readonly accounts: readonly Account[];
  readonly activeAccountId: string | null;
  readonly intervalMs: number;
  /** The hard budget on requests to the dialler; past it the interval stretches. */
  readonly requestsPerSecond: number;
  readonly notify: Readonly<Record<ChangeKind, boolean>>;
  readonly theme: Theme;
  /** Null follows the system. */
  readonly language: Language | null;
}

export const defaultSettings: Settings = {
  accounts: [],
  activeAccountId: null,
  intervalMs: 5_000,
  requestsPerSecond: 20,
  notify: {
    'call-connected': true,
    'call-ended': false,
    'status-changed': false,
    'came-online': false,
    'went-offline': false,
  },
  theme: 'system',
  language: null,
};

/** What the settings screen may change; accounts have their own way in. */
export type Preferences = Pick<Settings, 'intervalMs' | 'notify' | 'theme' | 'language'>;
