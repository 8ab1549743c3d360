import { join } from 'node:path';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchChromium } from '../fakes/chromium.ts';
import { buildGallery } from '../gallery/build-gallery.ts';
import { overflowing } from '../gallery/overflow.ts';
import { addressOf, type Look, plainLook } from '../gallery/page/look.ts';
import { specimenNames } from '../gallery/page/specimens.ts';

/** For people to look at. */
const folder = join(import.meta.dirname, '../../artefacts/gallery');

/** The size of the popover. */
const viewport = { width: 380, height: 600 };

/** Both themes, both languages and both sizes of text, without every mixture of them. */
const looks: readonly Look[] = [plainLook, { theme: 'dark', language: 'es', text: 200 }];

const findViolations = `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
  violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html)))`;

let browser: Browser;
let start: string;
let page: Page;
const errors: unknown[] = [];

beforeAll(async () => {
  const [launched, gallery] = await Promise.all([launchChromium(), buildGallery()]);
  browser = launched;
  page = await browser.newPage({ viewport, reducedMotion: 'reduce' });
  page.on('pageerror', (error) => errors.push(error));
  // Not the page with all of them, which would go on loading.
  start = gallery + addressOf('first-run', plainLook);
  await page.goto(start);
  await page.evaluate(axe.source);
});
afterAll(async () => {
  await browser.close();
});

it.each(specimenNames)('%s is whole and accessible', async (name) => {
  for (const look of looks) {
    const address = addressOf(name, look).slice(1);
    await page.goto(`${start}#${address}`);
    await page.locator(`html[data-shown="${address}"]`).waitFor();
    await page.screenshot({ path: join(folder, `${name}-${look.theme}.png`) });
    const violations = await page.evaluate(findViolations);
    const overflow = await page.evaluate(overflowing);
    expect({ look, violations, overflow, errors: errors.splice(0) }).toEqual({
      look,
      violations: [],
      overflow: [],
      errors: [],
    });
  }
});
