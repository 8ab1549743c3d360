import { join } from 'node:path';
import type Electron from 'electron';
import type { Language } from '../../shared/settings.ts';
import { createLog } from '../log/log.ts';
import { codeOf } from './atomic-file.ts';
import { createWords } from './words.ts';

export interface FailedStartParts {
  readonly app: Pick<Electron.App, 'exit'>;
  readonly dialog: Pick<Electron.Dialog, 'showErrorBox'>;
  readonly language: Language;
  readonly userData: string;
}

/** Says why there will be no icon, and ends: a process that lives on would hold the lock and show nothing. */
export function failStart(error: unknown, { app, dialog, language, userData }: FailedStartParts): void {
  const t = createWords().in(language);
  const logs = join(userData, 'logs');
  const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
  createLog({ directory: logs, isDev: false }).error('could not start', { reason });
  const kind = kindOf(codeOf(error));
  dialog.showErrorBox(
    t('failedStart.title'),
    t(`failedStart.${kind}`, { userData, log: join(logs, 'main.log') }),
  );
  app.exit(1);
}

function kindOf(code: string): 'noAccess' | 'diskFull' | 'other' {
  switch (code) {
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return 'noAccess';
    case 'ENOSPC':
    case 'EDQUOT':
      return 'diskFull';
    default:
      return 'other';
  }
}
