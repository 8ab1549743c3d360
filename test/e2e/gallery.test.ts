import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchChromium } from '../fakes/chromium.ts';
import { buildGallery } from '../gallery/build-gallery.ts';
import { overflowing } from '../gallery/overflow.ts';
import { addressOf, type Look } from '../gallery/page/look.ts';
import { specimenNames } from '../gallery/page/specimens.ts';

/** The size of the popover. */
const viewport = { width: 380, height: 600 };

/** Both themes, both languages and both sizes of text, without every mixture of them. */
const looks: readonly Look[] = [
  { theme: 'light', language: 'en', text: 100 },
  { theme: 'dark', language: 'es', text: 200 },
];

let browser: Browser;
let gallery: string;
let page: Page;
const errors: unknown[] = [];

beforeAll(async () => {
  [browser, gallery] = await Promise.all([launchChromium(), buildGallery()]);
  page = await browser.newPage({ viewport, reducedMotion: 'reduce' });
  page.on('pageerror', (error) => errors.push(error));
});
afterAll(async () => {
  await browser.close();
});

it.each(specimenNames)('%s is whole and accessible', async (name) => {
  for (const look of looks) {
    await page.goto(gallery + addressOf(name, look));
    await page.locator('html[data-is-ready]').waitFor();
    await page.evaluate(axe.source);
    const violations =
      await page.evaluate(`axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
      violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html)))`);
    expect({
      look,
      violations,
      overflowing: await page.evaluate(overflowing),
      errors: errors.splice(0),
    }).toEqual({
      look,
      violations: [],
      overflowing: [],
      errors: [],
    });
  }
});
