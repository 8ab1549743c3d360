import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Page } from 'playwright-core';
import { launchChromium } from '../test/fakes/chromium.ts';
import { makeTemporaryDirectory } from '../test/fakes/temporary-directory.ts';
import { buildGallery } from '../test/gallery/build-gallery.ts';
import { addressOf, plainLook } from '../test/gallery/page/look.ts';
import { buildWhenNeeded } from './build-when-needed.ts';

/**
 * `npm run pictures`: takes the pictures of the documents, which are kept in git. One screen is taken from the
 * gallery; the desktop around it, with its menu, from the demo in the preview.
 */
const root = join(import.meta.dirname, '..');
const folder = join(root, 'docs/pictures');
const settleMs = 500;
const edgePx = 12;
const specimens = [
  ['popover-light', 'agents-12', 'light'],
  ['popover-dark', 'agents-12', 'dark'],
  ['agent', 'agents-open-call', 'light'],
  ['inbox', 'inbox-full', 'light'],
  ['rules', 'rules-times', 'light'],
] as const;

if (!(await buildWhenNeeded(root))) process.exit(1);
await mkdir(folder, { recursive: true });
await using userData = await makeTemporaryDirectory();
// A frame of another origin is drawn at the scale of the screen, not at the one Playwright gives a page.
await using browser = await launchChromium(['--force-device-scale-factor=1.35', '--window-size=890,765']);
// The same words and formats, whoever takes them.
const env = { ...process.env, LANGUAGE: 'en', LC_ALL: 'C.UTF-8', TZ: 'UTC' };
const args = ['src/preview/main.ts', '--demo', '--no-open', `--user-data-dir=${userData.path}`];
await takeFromGallery();
const host = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'] });

try {
  const page = await browser.newPage({ viewport: null, reducedMotion: 'reduce' });
  await page.goto(await readyUrl());
  await takeDesktop(page);
} finally {
  host.kill();
  await once(host, 'exit');
}

async function takeFromGallery(): Promise<void> {
  const page = await browser.newPage({ viewport: null, reducedMotion: 'reduce', timezoneId: env.TZ });
  const url = await buildGallery();
  for (const [picture, specimen, theme] of specimens) {
    const look = { ...plainLook, theme };
    await page.goto(url + addressOf(null, look));
    await page.getByRole('link', { name: specimen, exact: true }).scrollIntoViewIfNeeded();
    const frame = page.locator(`iframe[title^="${specimen},"]`);
    await frame.contentFrame().locator('html[data-shown]').waitFor();
    await frame.locator('..').screenshot({ path: join(folder, `${picture}.png`) });
  }
  await page.close();
}

async function takeDesktop(page: Page): Promise<void> {
  const popover = page.frameLocator('iframe');
  const trayIcon = page.locator('.tray-icon');
  await popover.getByRole('listitem').first().waitFor();
  // A gradient makes a PNG four times as heavy.
  await page.locator('.screen').evaluate((wall) => wall.style.setProperty('background', 'var(--wall-a)'));
  // The popover was placed before there was a screen to place it on.
  for (const isVisible of [false, true]) {
    await trayIcon.click();
    await page.locator(`.window[data-visible="${isVisible}"]`).waitFor({ state: 'attached' });
  }
  // The demo's floor is the same in every run. Half a minute into it somebody takes a break,
  // and the next call to connect finds agents in most states, some of them seen from the beginning.
  await popover.getByText('PAUSE - BREAK').waitFor({ timeout: 90_000 });
  await closeToasts(page);
  await page.mouse.move(1, 1);
  await page.locator('.toast').waitFor({ timeout: 90_000 });

  for (const scheme of ['light', 'dark'] as const) {
    await wear(page, scheme);
    await page.screenshot({ path: join(folder, `desktop-${scheme}.png`) });
  }
  await wear(page, 'light');
  await closeToasts(page);
  await trayIcon.click();
  await page.locator('.window[data-visible="false"]').waitFor({ state: 'attached' });
  await trayIcon.click({ button: 'right' });
  await page.getByRole('menu').waitFor();
  await page.waitForTimeout(settleMs);
  const menu = await page.locator('.menu-popover').boundingBox();
  const panel = await page.locator('.panel').boundingBox();
  if (menu === null || panel === null) throw new Error('The menu is not there to be taken.');
  const clip = { x: menu.x - edgePx, y: panel.y, width: menu.width + 2 * edgePx, height: 0 };
  clip.height = menu.y + menu.height + edgePx - panel.y;
  await page.screenshot({ path: join(folder, 'menu.png'), clip });
}

async function closeToasts(page: Page): Promise<void> {
  const toasts = page.locator('.toast');
  while ((await toasts.count()) > 0) {
    await toasts.first().locator('.toast-close').click();
    await page.waitForTimeout(settleMs);
  }
}

async function wear(page: Page, scheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme: scheme });
  if ((await page.locator('html').getAttribute('data-theme')) !== scheme) {
    await page.getByRole('button', { name: 'Dark theme' }).click();
    await page.locator(`html[data-theme="${scheme}"]`).waitFor();
  }
  await page.waitForTimeout(settleMs);
}

async function readyUrl(): Promise<string> {
  for await (const line of createInterface({ input: host.stdout })) {
    const [, url] = /^Preview ready: (\S+)$/.exec(line) ?? [];
    if (url !== undefined) return url;
  }
  throw new Error('The preview ended before it was ready.');
}
