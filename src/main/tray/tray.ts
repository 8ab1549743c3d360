import type { AppStore } from '../store.ts';
import type { Words } from '../words.ts';
import type { IconRenderer } from './icon.ts';
import { createPace } from './pace.ts';
import { createPanel, type PanelParts } from './panel.ts';
import { type TrayView, trayView } from './view.ts';

export interface TrayParts extends Omit<PanelParts, 'draw' | 'viewNow'> {
  readonly store: AppStore;
  readonly nowMs: () => number;
  readonly words: Words;
  readonly renderer: IconRenderer;
}

const renderEveryMs = 1_000;
/** Each new time costs Linux a rebuilt menu, so times move on slowly while nothing else does. */
const timesEveryMs = 30_000;

/** Keeps the icon in the panel as the store has it. To be called after `ready`; returns the way to stop. */
export function startTray({ renderer, ...parts }: TrayParts): () => void {
  let isStopped = false;
  let stop = () => {};
  void renderer.load().then((draw) => {
    if (!isStopped) stop = run({ ...parts, draw });
  });
  return () => {
    isStopped = true;
    stop();
  };
}

function run(parts: Omit<TrayParts, 'renderer'> & Pick<PanelParts, 'draw'>): () => void {
  const { store, nowMs, words, platform } = parts;
  let shownAtMs = nowMs();
  let shown = viewAt(shownAtMs);
  let times: NodeJS.Timeout | undefined;
  const panel = createPanel({ ...parts, viewNow: () => viewAt(nowMs()) });
  const pace = createPace(renderChange, renderEveryMs);
  keepTimes();
  const unsubscribe = store.subscribe(pace.ask);

  function viewAt(atMs: number): TrayView {
    const state = store.getState();
    return trayView(state, { t: words.in(state.language), nowMs: atMs, platform });
  }

  function renderChange(): void {
    const hasChanged = JSON.stringify(viewAt(shownAtMs)) !== JSON.stringify(shown);
    if (hasChanged) renderNow();
    else panel.show(shown);
  }

  function renderNow(): void {
    shownAtMs = nowMs();
    shown = viewAt(shownAtMs);
    panel.show(shown);
    keepTimes();
  }

  function keepTimes(): void {
    clearTimeout(times);
    times = shown.hasRunningTime ? setTimeout(renderNow, timesEveryMs) : undefined;
  }

  return () => {
    unsubscribe();
    pace.stop();
    clearTimeout(times);
    panel.stop();
  };
}
