import { agentsWords } from './agents.ts';
import { alertWords } from './alerts.ts';
import { connectWords } from './connect.ts';
import { familyWords } from './families.ts';
import { firstRunWords, signInWords } from './first-run.ts';
import { inboxWords } from './inbox.ts';
import { popoverWords } from './popover.ts';
import { problemDetailWords, problemWords } from './problems.ts';
import { requestWords } from './requests.ts';
import { rosterWords } from './roster.ts';
import { rulesWords } from './rules.ts';
import { settingsWords } from './settings.ts';
import { statusesWords } from './statuses.ts';
import { trayWords } from './tray.ts';

/** Every sentence the app can say, by language. Each area keeps both languages side by side in its own file. */
export const catalogue = {
  en: {
    popover: popoverWords.en,
    firstRun: firstRunWords.en,
    signIn: signInWords.en,
    connect: connectWords.en,
    request: requestWords.en,
    problem: problemWords.en,
    problemDetail: problemDetailWords.en,
    agents: agentsWords.en,
    inbox: inboxWords.en,
    roster: rosterWords.en,
    rules: rulesWords.en,
    statuses: statusesWords.en,
    settings: settingsWords.en,
    tray: trayWords.en,
    alerts: alertWords.en,
    family: familyWords.en,
  },
  es: {
    popover: popoverWords.es,
    firstRun: firstRunWords.es,
    signIn: signInWords.es,
    connect: connectWords.es,
    request: requestWords.es,
    problem: problemWords.es,
    problemDetail: problemDetailWords.es,
    agents: agentsWords.es,
    inbox: inboxWords.es,
    roster: rosterWords.es,
    rules: rulesWords.es,
    statuses: statusesWords.es,
    settings: settingsWords.es,
    tray: trayWords.es,
    alerts: alertWords.es,
    family: familyWords.es,
  },
} as const;
