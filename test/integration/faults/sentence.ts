import { inboxViewOf } from '../../../src/main/inbox/inbox-view.ts';
import { appViewOf } from '../../../src/main/page/app-view-of.ts';
import { trayView } from '../../../src/main/tray/view.ts';
import { explainProblem, ownProblem } from '../../../src/renderer/parts/explain.ts';
import type { Problem } from '../../../src/shared/problem.ts';
import type { Stage } from './stage.ts';

const words = (stage: Stage) => stage.words.in('en');

/** As the banner above the list says it. */
export const bannerOf = (stage: Stage, problem: Problem): string =>
  explainProblem(words(stage), problem).title;

/** The banner there is; null while there is none. */
export function bannerNow(stage: Stage): string | null {
  const health = stage.health();
  return health.kind === 'failing' || health.kind === 'stopped' ? bannerOf(stage, health.problem) : null;
}

export const tooltipNow = (stage: Stage): string => {
  const { nowMs, wallMs } = stage.time.clock;
  const setting = { t: words(stage), nowMs: nowMs(), wallMs: wallMs(), platform: 'linux' } as const;
  return trayView(stage.store.getState(), setting).tooltip;
};

/** What an agent's row says beside the name. */
export function rowNow(stage: Stage, user: string): string {
  const t = words(stage);
  const agent = viewNow(stage).agents.find((one) => one.user === user);
  if (agent === undefined) return '';
  if (agent.phase === 'unknown') return t('agents.unknown');
  if (agent.problem !== null) return ownProblem(t, agent.problem);
  return agent.label || agent.status || t('agents.noLiveState');
}

export const healthLine = (stage: Stage): string => {
  const { effectiveIntervalMs, slowedBy } = stage.store.getState();
  const seconds = Math.round(effectiveIntervalMs / 1_000);
  const t = words(stage);
  if (slowedBy === null) return t('agents.health.ok', { seconds });
  return t('agents.health.stretched', { seconds, why: t(`agents.health.slow.${slowedBy}`) });
};

const viewNow = (stage: Stage) =>
  appViewOf(stage.store.getState(), {
    revision: 1,
    nowMs: stage.time.clock.nowMs(),
    appVersion: '0',
    platform: 'linux',
  });

/** Everything that reaches the page and the panel, as text. */
export const allThatShows = (stage: Stage): readonly string[] =>
  textsIn([viewNow(stage), inboxViewOf(stage.store.getState(), stage.words), tooltipNow(stage)]);

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => [name, ...textsIn(inner)]);
}
