import type { Clock } from '../../watch/clock.ts';
import type { Words } from '../app/words.ts';
import type { AppStore } from '../state/store.ts';
import type { IconRenderer } from './icon.ts';
import { createPace } from './pace.ts';
import { createPanel, type PanelParts } from './panel.ts';
import { type TrayView, trayView, type ViewSetting } from './view.ts';

export interface TrayParts extends Omit<PanelParts, 'draw' | 'viewNow'> {
  readonly store: AppStore;
  readonly clock: Clock;
  readonly words: Words;
  readonly renderer: IconRenderer;
}

type Moment = Pick<ViewSetting, 'nowMs' | 'wallMs'>;

const renderEveryMs = 1_000;

/** Keeps the icon in the panel as the store has it. To be called after `ready`; returns the way to stop. */
export function followTray({ renderer, ...parts }: TrayParts): () => void {
  let isStopped = false;
  let stop = () => {};
  const cannotDraw = (error: unknown) => () => {
    throw error;
  };
  void renderer.load().then(start, (error) => start(cannotDraw(error)));
  function start(draw: PanelParts['draw']): void {
    if (!isStopped) stop = run({ ...parts, draw });
  }
  return () => {
    isStopped = true;
    stop();
  };
}

function run(parts: Omit<TrayParts, 'renderer'> & Pick<PanelParts, 'draw'>): () => void {
  const { store, clock, words, platform } = parts;
  let shownAt = moment();
  let shown = viewAt(shownAt);
  let times: NodeJS.Timeout | undefined;
  const panel = createPanel({ ...parts, viewNow: () => viewAt(moment()) });
  const pace = createPace(renderChange, renderEveryMs);
  keepTimes();
  const unsubscribe = store.follow(pace.ask);

  function moment(): Moment {
    return { nowMs: clock.nowMs(), wallMs: clock.wallMs() };
  }

  function viewAt(at: Moment): TrayView {
    const state = store.getState();
    return trayView(state, { t: words.in(state.language), ...at, platform });
  }

  function renderChange(): void {
    if (JSON.stringify(viewAt(shownAt)) !== JSON.stringify(shown)) renderNow();
  }

  function renderNow(): void {
    shownAt = moment();
    shown = viewAt(shownAt);
    panel.show(shown);
    keepTimes();
  }

  function keepTimes(): void {
    clearTimeout(times);
    times = shown.freshForMs === null ? undefined : setTimeout(renderNow, shown.freshForMs);
  }

  return () => {
    unsubscribe();
    pace.stop();
    clearTimeout(times);
    panel.stop();
  };
}
