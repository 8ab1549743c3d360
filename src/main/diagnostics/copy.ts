import { arch, release, type } from 'node:os';
import type Electron from 'electron';
import type { LoadFigures } from '../../shared/load.ts';
import type { Clock } from '../../watch/clock.ts';
import type { AppStore } from '../state/store.ts';
import type { History } from './history.ts';
import { type DiagnosticFacts, diagnosticsText, type Surroundings } from './text.ts';

export interface DiagnosticsParts {
  readonly app: Pick<Electron.App, 'getVersion' | 'isPackaged'> & {
    readonly commandLine: Pick<Electron.CommandLine, 'hasSwitch'>;
  };
  readonly store: AppStore;
  readonly history: () => History;
  readonly load: () => LoadFigures;
  readonly notifications: () => DiagnosticFacts['notifications'];
  readonly findTrayHost: () => Promise<Surroundings['trayHost']>;
  readonly clock: Clock;
  readonly copyText: (text: string) => Promise<void>;
}

/** Puts the text on the clipboard; the page that asks for it does not get it. */
export function createDiagnostics(parts: DiagnosticsParts): () => Promise<void> {
  const { app, store, history, load, clock } = parts;
  const startedMs = clock.nowMs();
  return async () => {
    const { electron = null, chrome = null, node } = versions();
    const { XDG_SESSION_TYPE, XDG_CURRENT_DESKTOP } = process.env;
    const text = diagnosticsText({
      state: store.getState(),
      history: history(),
      load: load(),
      notifications: parts.notifications(),
      surroundings: {
        appVersion: app.getVersion(),
        isPackaged: app.isPackaged,
        host: electron === null ? 'preview' : 'electron',
        electron,
        chromium: chrome,
        node,
        isSandboxOff: app.commandLine.hasSwitch('no-sandbox'),
        system: `${type()} ${release()} ${arch()}`,
        session: [XDG_SESSION_TYPE, XDG_CURRENT_DESKTOP].filter(Boolean).join(', '),
        trayHost: await parts.findTrayHost(),
      },
      uptimeMs: clock.nowMs() - startedMs,
      nowWallMs: clock.wallMs(),
    });
    await parts.copyText(text);
  };
}

const versions = (): { electron?: string; chrome?: string; node: string } => process.versions;
