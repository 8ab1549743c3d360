import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { z } from 'zod';
import type { DesktopAction } from '../../../src/preview/wire/action.ts';
import type { DesktopState } from '../../../src/preview/wire/desktop-state.ts';
import { launchChromium } from '../../fakes/chromium.ts';
import type { AppDriver, LaunchOptions, TrayNow } from './app-driver.ts';

const root = join(import.meta.dirname, '../../..');

const menuItemShape = z.object({
  label: z.string(),
  type: z.string(),
  get submenu() {
    return z.array(menuItemShape).optional();
  },
});

const desktopShape = z.object({
  tray: z.object({
    isShown: z.boolean(),
    tooltip: z.string(),
    menu: z.array(menuItemShape),
    icon: z
      .object({ dataUrl: z.string().startsWith('data:image/png;base64,'), sha256: z.string() })
      .nullable(),
  }),
  notifications: z.array(
    z.object({ id: z.string(), title: z.string(), body: z.string(), closed: z.boolean() }),
  ),
  window: z.object({ visible: z.boolean() }),
  messages: z.array(z.object({ kind: z.enum(['copied', 'would-open']), text: z.string() })),
});

const labelsOf = (items: readonly z.infer<typeof menuItemShape>[]): readonly string[] =>
  items.flatMap(({ label, type, submenu = [] }) =>
    type === 'separator' ? [] : [label, ...labelsOf(submenu)],
  );

export interface PreviewDriver extends AppDriver {
  /** What the stand-in shows, whole. */
  readonly desktop: () => Promise<DesktopState>;
  readonly control: (action: DesktopAction) => Promise<void>;
}

/** The preview host and, before it, a person at Debian's Chromium. */
export async function launchPreview(
  { userData, env, flags = [] }: LaunchOptions,
  onPage: (page: Page) => void = () => undefined,
): Promise<PreviewDriver> {
  const args = ['src/preview/main.ts', '--no-open', `--user-data-dir=${userData}`, ...flags];
  const start = () => spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const host = start();
  let output = '';
  for (const stream of [host.stdout, host.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  const url = await readyUrl(host, () => output);
  const browser = await launchChromium();
  // Playwright would otherwise fix the colour scheme of every frame, and the app's own choice show nowhere.
  const page = await browser.newPage({
    viewport: { width: 1_000, height: 760 },
    colorScheme: null,
    reducedMotion: 'reduce',
  });
  onPage(page);
  await page.goto(url.href);
  await page.frameLocator('iframe').getByRole('heading', { level: 1 }).waitFor({ state: 'attached' });
  // A page that has drawn something has its bridge.
  await page.frameLocator('iframe').locator('#root > *').first().waitFor({ state: 'attached' });

  const ask = async (path: string, init: RequestInit = {}): Promise<unknown> => {
    const response = await fetch(new URL(`${path}${url.search}`, url), {
      ...init,
      headers: { origin: url.origin, 'content-type': 'application/json' },
    });
    if (!response.ok) throw new Error(`The preview answered ${response.status}: ${await response.text()}`);
    return response.json().catch(() => null);
  };
  const desktop = async () => desktopShape.parse(await ask('/desktop.json'));
  const control = async (action: DesktopAction): Promise<void> => {
    await ask('/control', { method: 'POST', body: JSON.stringify(action) });
  };

  return {
    host: 'preview',
    desktop: async () => (await ask('/desktop.json')) as DesktopState,
    control,
    popover: page.frameLocator('iframe'),
    evaluate: async <R>(script: string) => (await popoverFrame(page)).evaluate(script) as Promise<R>,
    screenshot: async (file) => {
      await page.locator('iframe').screenshot({ path: file });
    },
    setColourScheme: (scheme) => control({ do: 'theme', theme: scheme }),
    keyboard: page.keyboard,
    tray: async (): Promise<TrayNow> => {
      const { tray } = await desktop();
      return {
        tooltip: tray.tooltip,
        hasIcon: tray.icon !== null,
        icon: tray.icon?.sha256 ?? '',
        menu: labelsOf(tray.menu),
      };
    },
    notifications: async () => (await desktop()).notifications,
    isPopoverVisible: async () => (await desktop()).window.visible,
    clickTray: () => control({ do: 'click-tray' }),
    chooseFromMenu: (label) => control({ do: 'click-menu', label }),
    clickNotification: (id) => control({ do: 'click-notification', id }),
    idle: (seconds) => control({ do: 'idle', seconds }),
    messages: async () => (await desktop()).messages,
    power: (event) => control({ do: 'power', event }),
    closeWindow: () => control({ do: 'close-window' }),
    crashRenderer: () => control({ do: 'crash-renderer' }),
    output: () => output,
    startAgain: async () => {
      const [code] = await once(start(), 'exit');
      return z.number().nullable().parse(code);
    },
    pid: host.pid ?? 0,
    quit: async () => {
      const exited = once(host, 'exit');
      const { isShown } = (await desktop()).tray;
      await control(isShown ? { do: 'click-menu', id: 'quit' } : { do: 'quit' });
      await exited;
      await browser.close();
      return host.exitCode;
    },
  };
}

async function readyUrl(host: ChildProcess, output: () => string): Promise<URL> {
  for (;;) {
    const [, url] = /^Preview ready: (\S+)$/m.exec(output()) ?? [];
    if (url !== undefined) return new URL(url);
    if (host.exitCode !== null) throw new Error(`The preview ended before it was ready:\n${output()}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function popoverFrame(page: Page) {
  const element = await page.locator('iframe').elementHandle();
  const frame = await element?.contentFrame();
  if (frame === null || frame === undefined) throw new Error('The desktop shows no popover window.');
  return frame;
}
