import { join } from 'node:path';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { createAppProtocol } from '../../src/main/page/protocol.ts';
import { launchChromium } from '../fakes/chromium.ts';
import { median } from './figures.ts';
import { aDelta, aFloor } from './floor-view.ts';

const agentCount = 1_000;
const changedCount = 50;
const runCount = 7;
const deltaCount = 15;
const keys = 'eva.04';
/** The popover's size, see `placement.ts`. */
const viewport = { width: 380, height: 600 };

export interface PopoverFigures {
  readonly agents: number;
  readonly runs: number;
  /** Medians. Once when the app starts: the empty page, from navigation to painted. */
  readonly loadedMs: number;
  /** From the window being shown to the first rows painted: applying the delta of the whole floor is part of it. */
  readonly openedMs: number;
  /** From the key to the list it leads to; waiting for the screen's next frame is part of it. */
  readonly keystrokeMs: number;
  /** Script, style and layout of everything that a delta of 50 agents leads to. */
  readonly deltaMs: number;
  readonly deltaGroupedMs: number;
  /** Of every kind, in the fullest of the states that were measured. */
  readonly domNodes: number;
}

/** The built popover, as it is in `out/renderer`, on a thousand agents in the system's Chromium. */
export async function measurePopover(): Promise<PopoverFigures> {
  await using stack = new AsyncDisposableStack();
  const browser = await launchChromium();
  stack.defer(() => browser.close());
  const loadedMs: number[] = [];
  const openedMs: number[] = [];
  const keystrokesMs: number[] = [];
  const deltasMs: number[] = [];
  const groupedMs: number[] = [];
  const nodes: number[] = [];
  for (let run = 0; run < runCount; run += 1) {
    const page = await openPopover(browser);
    loadedMs.push(await page.evaluate<number>('window.bench.loaded'));
    openedMs.push(await page.evaluate<number>('window.bench.open()'));
    const cdp = await page.context().newCDPSession(page);
    deltasMs.push(...(await measureDeltas(page, cdp, 0)));
    nodes.push(await page.evaluate<number>('window.bench.countNodes()'));
    keystrokesMs.push(...(await measureKeys(page)));
    await page.getByRole('button', { name: 'Group', exact: true }).click();
    groupedMs.push(...(await measureDeltas(page, cdp, deltaCount)));
    nodes.push(await page.evaluate<number>('window.bench.countNodes()'));
    await page.context().close();
  }
  return {
    agents: agentCount,
    runs: runCount,
    loadedMs: median(loadedMs),
    openedMs: median(openedMs),
    keystrokeMs: median(keystrokesMs),
    deltaMs: median(deltasMs),
    deltaGroupedMs: median(groupedMs),
    domNodes: Math.max(...nodes),
  };
}

/** Under the app's own policy, from the app's own protocol handler. */
async function openPopover(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport, locale: 'en-GB' });
  const page = await context.newPage();
  const respond = createAppProtocol(join(import.meta.dirname, '../../out/renderer'));
  await page.route('**/*', async (route) => {
    const { pathname } = new URL(route.request().url());
    const response = await respond(new Request(`app://bundle${pathname}`));
    await route.fulfill({
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: Buffer.from(await response.arrayBuffer()),
    });
  });
  await page.addInitScript({ content: `window.floorView = ${JSON.stringify(aFloor(agentCount))};` });
  await page.addInitScript({ path: join(import.meta.dirname, 'popover-page.js') });
  await page.goto('http://bundle.invalid/index.html');
  return page;
}

/** Each delta starts where the one before it led. */
async function measureDeltas(page: Page, cdp: CDPSession, firstRound: number): Promise<number[]> {
  await cdp.send('Performance.enable');
  let view = aFloor(agentCount);
  for (let round = 0; round < firstRound; round += 1) [view] = aDelta(view, changedCount, round);
  const tookMs: number[] = [];
  for (let round = firstRound; round < firstRound + deltaCount; round += 1) {
    const [after, delta] = aDelta(view, changedCount, round);
    view = after;
    await page.evaluate(`window.bench.agents = ${JSON.stringify(delta.agents)}; null`);
    const before = await workMs(cdp);
    await page.evaluate('window.bench.applyAgents()');
    tookMs.push((await workMs(cdp)) - before);
  }
  return tookMs;
}

const workKinds = new Set(['ScriptDuration', 'LayoutDuration', 'RecalcStyleDuration']);

async function workMs(cdp: CDPSession): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return metrics.reduce((sum, { name, value }) => (workKinds.has(name) ? sum + value * 1_000 : sum), 0);
}

async function measureKeys(page: Page): Promise<readonly number[]> {
  const search = page.getByRole('searchbox');
  await search.focus();
  for (const key of keys) {
    await page.keyboard.press(key);
    await page.evaluate('window.bench.painted()');
  }
  const found = await page.locator('[data-user]').count();
  if (found !== 10) throw new Error(`The search found ${found} agents.`);
  const keysMs = await page.evaluate<number[]>('window.bench.keysMs');
  await search.fill('');
  return keysMs;
}

if (import.meta.main) console.log(JSON.stringify(await measurePopover()));
