import { describe, expect, it, vi } from 'vitest';
import { createWords } from '../../../../src/main/app/words.ts';
import { type AppStore, createAppStore } from '../../../../src/main/state/store.ts';
import type { DrawIcon, IconRenderer } from '../../../../src/main/tray/icon.ts';
import type { Icon } from '../../../../src/main/tray/icon-svg.ts';
import type { TrayAction } from '../../../../src/main/tray/menu.ts';
import type { TaskbarTheme } from '../../../../src/main/tray/taskbar.ts';
import { followTray } from '../../../../src/main/tray/tray.ts';
import type { Reading } from '../../../../src/shared/reading.ts';
import { aCall, anAccount, anAgent, aReading } from '../../../fakes/builders.ts';
import { stopTime } from '../../../fakes/fake-timers.ts';
import { createFakePanel, type FakeImage, type Template } from '../../../fakes/panel.ts';
import { createQuietLog } from '../../../fakes/quiet-log.ts';

/** Just enough of a PNG to carry its width. */
function fakePng(sizePx: number): Buffer {
  const png = Buffer.alloc(24);
  png.writeUInt32BE(sizePx, 16);
  return png;
}

stopTime();

const bundledPx = 32;

function setUp(
  platform: NodeJS.Platform,
  reading: Reading = aReading('READY'),
  load?: () => Promise<DrawIcon>,
) {
  const panel = createFakePanel();
  const drawn: Icon[] = [];
  const renderer: IconRenderer = {
    load:
      load ??
      (async () => (icon, sizePx) => {
        drawn.push(icon);
        return fakePng(sizePx);
      }),
  };
  const taskbar: { theme: TaskbarTheme } = { theme: 'dark' };
  const log = createQuietLog();
  const icon: { bounds: (() => unknown) | null } = { bounds: null };
  const nowMs = () => Date.now();
  const store = createAppStore({ account: anAccount(), health: { kind: 'ok', sinceMs: 0 } });
  say(store, reading);
  const actions: TrayAction[] = [];
  const clicks: unknown[] = [];
  const start = () =>
    followTray({
      electron: panel.electron,
      store,
      clock: { nowMs, wallMs: nowMs },
      words: createWords(),
      renderer,
      bundledPng: () => fakePng(bundledPx),
      readTaskbarTheme: async () => taskbar.theme,
      onIcon: (bounds) => {
        icon.bounds = bounds;
      },
      log,
      platform,
      onAction: (action) => actions.push(action),
      onClick: (bounds) => clicks.push(bounds),
    });
  return { ...panel, store, drawn, actions, clicks, start, taskbar, log, icon };
}

async function started(platform: NodeJS.Platform, reading?: Reading, load?: () => Promise<DrawIcon>) {
  const all = setUp(platform, reading, load);
  const stop = all.start();
  await vi.advanceTimersByTimeAsync(0);
  const [tray] = all.trays;
  if (tray === undefined) throw new Error('no tray was made');
  return { ...all, tray, stop };
}

/** What a poll that saw something new does to the store. */
function say(store: AppStore, reading: Reading): void {
  const agent = anAgent('ana', reading, { since: { atMs: Date.now(), atLeast: false } });
  store.setState({ agents: new Map([['ana', agent]]) });
}

/** What a store update that nobody can see does. */
const nudge = (store: AppStore): void => store.setState({ agents: new Map(store.getState().agents) });

const click = (menu: unknown, id: string): void => {
  const items = (menu as Template).flatMap((item) => [item, ...((item.submenu ?? []) as Template)]);
  const item = items.find((candidate) => candidate.id === id);
  (item?.click as (() => void) | undefined)?.();
};

/** `ana`, who is me, is in a pause that ends this long from now. */
function goToLunch(store: AppStore, leftMs: number): void {
  const limitMs = 30 * 60_000;
  const since = { atMs: Date.now() - limitMs + leftMs, atLeast: false };
  const lunch = anAgent('ana', aReading('LUNCH', { family: 'paused' }), { since });
  const dictionary = [{ status: 'LUNCH', family: null, label: '', limitMs }];
  store.setState(({ settings }) => ({
    settings: { ...settings, me: 'ana', dictionary },
    agents: new Map([['ana', lunch]]),
  }));
}

describe('on every desktop', () => {
  it('makes one tray once the renderer is there, and none when stopped before', async () => {
    const { start, trays, store } = setUp('linux');
    start()();
    await vi.advanceTimersByTimeAsync(0);
    start();
    expect(trays).toHaveLength(0);
    await vi.advanceTimersByTimeAsync(0);
    say(store, aCall());
    await vi.advanceTimersByTimeAsync(5000);
    expect(trays).toHaveLength(1);
  });

  it('shows a change at once', async () => {
    const { store, taken, drawn } = await started('linux');
    expect(taken('tooltip')).toEqual(['1 ready']);
    say(store, aCall());
    expect(taken('tooltip')).toEqual(['1 in call']);
    expect(drawn.at(-1)).toEqual({ mark: 'in-call', badge: null, ink: 'light' });
  });

  it('folds a storm into one more render a second later', async () => {
    const { store, taken } = await started('darwin');
    taken('tooltip');
    for (const reading of [aCall(), aReading('DEAD'), aReading('PAUSED'), aReading('DISPO')]) {
      say(store, reading);
    }
    expect(taken('tooltip')).toEqual(['1 in call']);
    await vi.advanceTimersByTimeAsync(1000);
    expect(taken('tooltip')).toEqual(['ana in wrap-up 0:01']);
  });

  it('touches nothing while only the clock moves, until the times are due', async () => {
    const { store, taken } = await started('linux', aReading('PAUSED'));
    for (const name of ['image', 'tooltip', 'menu']) taken(name);
    for (let passed = 0; passed < 28_000; passed += 2000) {
      nudge(store);
      await vi.advanceTimersByTimeAsync(2000);
    }
    expect([taken('image'), taken('tooltip'), taken('menu')]).toEqual([[], [], []]);
    await vi.advanceTimersByTimeAsync(2000);
    expect(taken('tooltip')).toEqual(['ana paused 0:30']);
    expect(taken('menu')).toHaveLength(1);
    expect(taken('image')).toHaveLength(0);
  });

  it('shows every minute of my pause as it comes, then counts on, and ends with it', async () => {
    const { store, taken, drawn } = await started('linux');
    goToLunch(store, 90_000);
    expect(drawn.at(-1)).toEqual({ minutes: 2, isOver: false, ink: 'light' });
    for (const name of ['image', 'tooltip', 'menu']) taken(name);
    await vi.advanceTimersByTimeAsync(29_999);
    expect([taken('image'), taken('tooltip'), taken('menu')]).toEqual([[], [], []]);
    await vi.advanceTimersByTimeAsync(1);
    expect(drawn.at(-1)).toEqual({ minutes: 1, isOver: false, ink: 'light' });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(drawn.at(-1)).toEqual({ minutes: 0, isOver: true, ink: 'light' });
    say(store, aCall());
    expect(drawn.at(-1)).toMatchObject({ mark: 'in-call' });
  });

  it('puts an alert on the icon, and takes it off again', async () => {
    const { store, drawn } = await started('linux', aCall());
    const alert = { topic: 'overstay', severity: 'alarm', agentUser: 'ana', family: 'in-call' } as const;
    const icon = [{ ...alert, beganMs: Date.now(), count: 0 }];
    store.setState({ openConditions: { rows: new Map(), icon } });
    expect(drawn.at(-1)).toEqual({ mark: 'in-call', badge: 'alarm', ink: 'light' });
    store.setState({ openConditions: { rows: new Map(), icon: [] } });
    await vi.advanceTimersByTimeAsync(1000);
    expect(drawn.at(-1)).toEqual({ mark: 'in-call', badge: null, ink: 'light' });
  });

  it('speaks the language as it changes', async () => {
    const { store, taken } = await started('linux');
    taken('tooltip');
    store.setState({ language: 'es' });
    expect(taken('tooltip')).toEqual(['1 disponible']);
  });

  it.each([
    ['the renderer does not load', async () => Promise.reject(new Error('no memory'))],
    [
      'a picture cannot be drawn',
      async () => () => {
        throw new Error('no picture');
      },
    ],
  ])('shows a bundled picture when %s, and says so once', async (_name, load) => {
    const { store, taken, log } = await started('linux', aCall(), load);
    const sizes = new Map([[2, bundledPx]]);
    expect(taken('image')).toMatchObject([{ sizes }]);
    expect(taken('tooltip')).toEqual(['1 in call']);
    say(store, aReading('DEAD'));
    expect(taken('image')).toMatchObject([{ sizes }]);
    expect(log.lines.filter((line) => line.includes('cannot be drawn'))).toHaveLength(1);
  });

  it.each([
    ['linux', null],
    ['win32', { x: 900, y: 4, width: 24, height: 24 }],
  ] as const)('on %s tells where its icon is, as far as that is known: %j', async (platform, expected) => {
    const { icon, stop } = await started(platform);
    expect(icon.bounds?.() ?? null).toEqual(expected);
    stop();
    expect(icon.bounds).toBeNull();
  });

  it('takes everything back when stopped', async () => {
    const { store, taken, tray, stop, nativeTheme, screen } = await started('win32');
    say(store, aCall());
    say(store, aReading('DEAD'));
    stop();
    expect(tray.isDestroyed()).toBe(true);
    taken('tooltip');
    say(store, aCall());
    nativeTheme.emit('updated');
    screen.emit('display-metrics-changed');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(taken('tooltip')).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('on Linux', () => {
  it('changes the picture at once, and texts, which rebuild the menu, every ten seconds', async () => {
    const { store, taken } = await started('linux');
    for (const name of ['image', 'tooltip', 'menu']) taken(name);
    const statuses = ['DEAD', 'PAUSED', 'DISPO', 'READY', 'DEAD', 'PAUSED'];
    for (const status of statuses) {
      say(store, aReading(status));
      await vi.advanceTimersByTimeAsync(1_000);
    }
    expect(taken('image')).toHaveLength(statuses.length);
    expect([taken('tooltip').length, taken('menu').length]).toEqual([1, 1]);
    await vi.advanceTimersByTimeAsync(4_000);
    expect(taken('tooltip')).toEqual(['ana paused 0:05']);
    expect(taken('menu')).toHaveLength(1);
  });

  it('shows at once what was chosen in the menu', async () => {
    const { store, taken } = await started('linux');
    say(store, aCall());
    await vi.advanceTimersByTimeAsync(2_000);
    taken('menu');
    store.setState(({ settings }) => ({ settings: { ...settings, isPresenting: true } }));
    expect(JSON.stringify(taken('menu'))).toContain('"checked":true');
  });

  it('sets the menu, and sets it again after it changed', async () => {
    const { store, taken, actions } = await started('linux');
    const [first] = taken('menu');
    click(first, 'agent:ana');
    say(store, aCall());
    const [second] = taken('menu');
    expect(JSON.stringify(second)).toContain('ana — IN CALL 0:00');
    const byId = { inbox: 'open-inbox', 'mute:1-hour': 'mute', pause: 'toggle-pause', quit: 'quit' };
    for (const id of Object.keys(byId)) click(second, id);
    expect(actions.map((action) => action.do)).toEqual(['open-agent', ...Object.values(byId)]);
  });

  it('takes what mutes out of the menu while it is muted, and counts what is left', async () => {
    const { store, taken, actions } = await started('linux');
    const mutedUntilMs = Date.now() + 15 * 60_000;
    store.setState(({ settings }) => ({ settings: { ...settings, mutedUntilMs } }));
    click(taken('menu').at(-1), 'unmute');
    expect(actions).toEqual([{ do: 'mute', span: null }]);
    await vi.advanceTimersByTimeAsync(90_000);
    expect(JSON.stringify(taken('menu').at(-1))).toContain('Muted for 14 min more — unmute');
  });

  it('gives a coloured image at 1× and 2×', async () => {
    const { taken } = await started('linux');
    const [image] = taken('image');
    expect((image as FakeImage).isTemplateImage()).toBe(false);
    expect([...(image as FakeImage).sizes]).toEqual([
      [1, 22],
      [2, 44],
    ]);
  });
});

it.each(['darwin', 'win32'] as const)(
  'on %s the menu is shown on a right click, its times right, and never set',
  async (platform) => {
    const { taken, tray } = await started(platform, aCall());
    await vi.advanceTimersByTimeAsync(12_000);
    tray.emit('right-click', {}, {});
    const [menu] = taken('pop-up');
    expect(JSON.stringify(menu)).toContain('ana — IN CALL 0:12');
    expect(taken('menu')).toEqual([]);
  },
);

describe('on macOS', () => {
  it('gives a template image and takes every click for one', async () => {
    const { taken, tray, clicks } = await started('darwin');
    const [image] = taken('image');
    expect((image as FakeImage).isTemplateImage()).toBe(true);
    expect(taken('ignore-double-clicks')).toEqual([true]);
    tray.emit('click', {}, { x: 1, y: 2, width: 3, height: 4 });
    expect(clicks).toEqual([{ x: 1, y: 2, width: 3, height: 4 }]);
  });

  it('counts my pause down beside the icon, second by second', async () => {
    const { store, taken } = await started('darwin');
    goToLunch(store, 2_500);
    taken('image');
    await vi.advanceTimersByTimeAsync(3_500);
    expect(taken('title')).toEqual(['0:03', '0:02', '0:01', '+0:00', '+0:01']);
    expect(taken('image')).toHaveLength(1);
  });
});

describe('on Windows', () => {
  it('gives one picture at the scale of the primary display, and another when that changes', async () => {
    const { taken, screen } = await started('win32');
    expect(taken('image')).toMatchObject([{ sizes: new Map([[1, 16]]) }]);
    screen.scaleFactor = 1.5;
    screen.emit('display-metrics-changed', {}, {}, ['scaleFactor']);
    expect(taken('image')).toMatchObject([{ sizes: new Map([[1, 24]]) }]);
    screen.emit('display-metrics-changed', {}, {}, ['workArea']);
    expect(taken('image')).toEqual([]);
  });

  it('draws for a taskbar of either theme until it knows which, and again when that changes', async () => {
    const { taken, drawn, nativeTheme, taskbar } = await started('win32');
    taskbar.theme = 'light';
    nativeTheme.emit('updated');
    expect(drawn.at(-1)?.ink).toBe('light');
    await vi.advanceTimersByTimeAsync(0);
    expect(drawn.at(-1)?.ink).toBe('dark');
    taken('image');
    taskbar.theme = 'unknown';
    nativeTheme.emit('updated');
    await vi.advanceTimersByTimeAsync(0);
    expect(drawn.at(-1)?.ink).toBe('light');
    expect(taken('image')).toHaveLength(1);
  });

  it('opens on a double click, whatever the first press of it did', async () => {
    const { tray, clicks, actions } = await started('win32');
    tray.emit('click', {}, { x: 0, y: 0, width: 0, height: 0 });
    tray.emit('double-click', {}, {});
    expect(clicks).toHaveLength(1);
    expect(actions).toEqual([{ do: 'open' }]);
  });

  it('sets the tooltip only when it changed, and writes an ampersand as Windows shows it', async () => {
    const { store, taken } = await started('win32', aReading('R&D', { family: 'other' }));
    expect(taken('tooltip')).toEqual(['ana R&&&D 0:00']);
    nudge(store);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(taken('tooltip')).toEqual([]);
  });
});
