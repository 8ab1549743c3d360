import type { AppView } from '../../shared/app-view.ts';
import type { AppDelta } from '../../shared/delta.ts';
import type { Language } from '../../shared/settings.ts';
import type { Clock } from '../../watch/clock.ts';
import type { DiallerClient } from '../../watch/dialler/client.ts';
import type { SecretsOptions } from '../account/secrets.ts';
import type { AlertParts } from '../alerts/alerts.ts';
import type { NotifierParts } from '../alerts/show.ts';
import type { DiagnosticsParts } from '../diagnostics/copy.ts';
import type { Log } from '../log/log.ts';
import type { Handlers } from '../page/ipc.ts';
import type { Popover } from '../page/popover.ts';
import type { TrayHost } from '../tray/host.ts';
import type { TrayParts } from '../tray/tray.ts';
import type { AppMenuParts } from './app-menu.ts';
import type { AppNapParts } from './app-nap.ts';
import type { AppearanceParts } from './appearance.ts';
import type { KeptFile } from './kept-file.ts';
import type { ProxyLogins } from './net-http.ts';
import type { NetworkParts } from './network.ts';
import type { PowerParts } from './power.ts';
import type { SystemTimeZone } from './system-time-zone.ts';

/** What the app needs of the machine. `run-app.ts` makes it of Electron; tests bring what they play with. */
export interface Edges {
  readonly clock: Clock;
  readonly random: () => number;
  readonly log: Log;
  /** Told every password before it is used, so that no log line can carry it. */
  readonly hideSecret: (secret: string) => void;
  readonly app: DiagnosticsParts['app'] & { readonly quit: () => void };
  readonly platform: AppView['platform'];
  readonly systemLanguage: Language;
  /** Speaks to the dialler over HTTP. */
  readonly client: DiallerClient;
  /** Drops connections that did not survive a sleep. */
  readonly closeConnections: () => Promise<void>;
  /** Who is asked when a proxy wants a login. */
  readonly answerProxies: (logins: ProxyLogins) => void;
  /** What a proxy once took is not sent to it any more. */
  readonly forgetSentLogins: () => Promise<void>;
  readonly keychain: Pick<SecretsOptions, 'service' | 'loadKeychain'>;
  readonly settingsFile: Pick<KeptFile<unknown>, 'follow' | 'flush'>;
  readonly inboxFile: Pick<KeptFile<unknown>, 'follow' | 'flush'>;
  readonly createNotifier: (
    wishes: Pick<NotifierParts, 'onClick' | 'onAction' | 'onEarlier' | 'onOutcome' | 'isSilent'>,
  ) => Pick<AlertParts, 'show'>;
  /** Shows the icon; returns the way to take it away. */
  readonly followTray: (
    wishes: Pick<TrayParts, 'store' | 'clock' | 'words' | 'onAction' | 'onClick'>,
  ) => () => void;
  /** Null where there is always a place for the icon. */
  readonly findTrayHost: (() => Promise<TrayHost>) | null;
  readonly window: Omit<Popover, 'webContents' | 'onSessionEnd'>;
  /** Gives the page what has changed. */
  readonly send: (delta: AppDelta) => void;
  /** Lets the page ask; returns the way to stop. */
  readonly answerRequests: (answers: Handlers) => () => void;
  readonly nativeTheme: AppearanceParts['nativeTheme'];
  readonly isOnline: NetworkParts['isOnline'];
  readonly timeZone: SystemTimeZone;
  readonly powerMonitor: PowerParts['powerMonitor'];
  /** Null where the system slows no app down for having no window. */
  readonly powerSaveBlocker: AppNapParts['powerSaveBlocker'] | null;
  readonly setAppMenu: AppMenuParts['setAppMenu'];
  /** How long nobody has touched keyboard or mouse. */
  readonly idleMs: () => number;
  readonly copyText: (text: string) => Promise<void>;
  /** Hands an address to the system's browser. */
  readonly openExternal: (url: string) => Promise<void>;
}
