import type { LoadFigures } from '../../shared/load.ts';
import type { OutcomeCounts } from '../alerts/outcomes.ts';
import type { AppState } from '../state/store.ts';
import type { History } from './history.ts';
import { settingsLines } from './settings-lines.ts';

/** What the app runs on and in. */
export interface Surroundings {
  readonly appVersion: string;
  readonly isPackaged: boolean;
  readonly host: 'electron' | 'preview';
  readonly electron: string | null;
  readonly chromium: string | null;
  readonly node: string;
  /** Chromium's own, which the app was started without. */
  readonly isSandboxOff: boolean;
  /** Name, release and architecture. */
  readonly system: string;
  /** Such as `wayland, GNOME`; empty where there is no telling. */
  readonly session: string;
  readonly trayHost: 'own' | 'there' | 'absent' | 'unknown';
}

export interface DiagnosticFacts {
  readonly state: AppState;
  readonly history: History;
  readonly load: LoadFigures;
  /** What became of those of this run. */
  readonly notifications: OutcomeCounts;
  readonly surroundings: Surroundings;
  readonly uptimeMs: number;
  readonly nowWallMs: number;
}

/**
 * What support needs to know, in English, for the user to paste. No password, no API user, no agent, no
 * number, no status and no word of the dialler's: of what has a name it tells how many there are.
 */
export function diagnosticsText({ state, history, load, ...facts }: DiagnosticFacts): string {
  const { surroundings: around } = facts;
  const { shown, failed, unsupported } = facts.notifications;
  const sections: readonly (readonly [string, readonly string[]])[] = [
    [
      'App',
      [
        `version: ${around.appVersion}, ${around.isPackaged ? 'packaged' : 'from source'}`,
        `host: ${around.host}`,
        `Electron ${around.electron ?? '-'}, Chromium ${around.chromium ?? '-'}, Node ${around.node}`,
        `sandbox: ${around.isSandboxOff ? 'off' : 'on'}`,
        `system: ${around.system}`,
        `session: ${plain(around.session)}`,
        `tray: ${around.trayHost}`,
        `running for: ${durationText(facts.uptimeMs)}`,
        `notices: ${state.notices.map(({ kind }) => kind).join(', ') || 'none'}`,
      ],
    ],
    ['Account', accountLines(state)],
    [
      'Requests',
      [
        `asked every: ${state.effectiveIntervalMs} to ${state.slowestIntervalMs} ms, set ${state.settings.intervalMs} ms`,
        `slowed by: ${state.slowedBy ?? 'nothing'}`,
        `last minute: ${load.requestsPerMinute} requests, ${load.errorsPerMinute} failed`,
        `an answer takes: ${msText(load.p50Ms)} typically, ${msText(load.p95Ms)} at most for 95 %`,
        `problems in this run: ${problemCounts(history)}`,
      ],
    ],
    ['Health, oldest first', history.health.map(({ atMs, ...one }) => `${timeText(atMs)} ${wordsOf(one)}`)],
    [
      'Alerts',
      [
        `in the inbox: ${state.inbox.length}`,
        `kept quiet in this run: ${state.keptQuiet.length}`,
        `notifications in this run: ${shown} shown, ${failed} failed, ${unsupported} not supported`,
      ],
    ],
    ['Settings', settingsLines(state.settings, facts.nowWallMs)],
  ];
  const texts = sections.map(([title, lines]) => [title, ...lines.map((line) => `  ${line}`)].join('\n'));
  return [`Croco Tray diagnostics, ${timeText(facts.nowWallMs)}`, ...texts, ''].join('\n');
}

function accountLines({ account, secret, agents, health, drift, isWatchPaused }: AppState): string[] {
  if (account === null) return ['none'];
  const phases = [...agents.values()].map(({ phase }) => phase);
  const count = (wanted: string): number => phases.filter((phase) => phase === wanted).length;
  return [
    `server: ${account.isDemo ? 'demo' : new URL(account.baseUrl).host}`,
    `transport: ${account.method.toUpperCase()}, ${account.format.toUpperCase()}`,
    `password: ${secret.kind}${secret.kind === 'session' ? ` (keychain ${secret.reason})` : ''}`,
    `health: ${wordsOf({ kind: health.kind, problem: 'problem' in health ? health.problem.kind : null })}`,
    `watching: ${isWatchPaused ? 'paused' : 'yes'}`,
    `agents: ${account.agentUsers.length} (${count('known')} known, ${count('unknown')} unknown, ${count('waiting')} waiting)`,
    `with a problem of their own: ${[...agents.values()].filter(({ problem }) => problem !== null).length}`,
    `not as in the dialler's list: ${drift.length}`,
  ];
}

const wordsOf = ({ kind, problem }: { readonly kind: string; readonly problem: string | null }): string =>
  problem === null ? kind : `${kind}: ${problem}`;

const problemCounts = ({ problems }: History): string =>
  [...problems].map(([kind, count]) => `${kind} ${count}`).join(', ') || 'none';

const timeText = (atMs: number): string => new Date(atMs).toISOString().replace('.000Z', 'Z');
const msText = (ms: number | null): string => (ms === null ? '-' : `${Math.round(ms)} ms`);

function durationText(ms: number): string {
  const minutes = Math.floor(ms / 60_000);
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** The environment is not ours: a line of it stays one short line. */
const plain = (text: string): string => text.replace(/[^\w,:.\- ]/g, '').slice(0, 80) || '-';
