import { join } from 'node:path';
import axe from 'axe-core';
import { expect } from 'vitest';
import type { AppDriver } from './driver/app-driver.ts';

const folder = join(import.meta.dirname, '../../artefacts/screens');

/** Looks at the popover in light and dark: axe with all its rules, and a picture for people. */
export async function look(app: AppDriver, name: string): Promise<void> {
  await expect.poll(() => app.evaluate(danglingAnnouncements), { timeout: 20_000 }).toBe(0);
  for (const scheme of ['light', 'dark'] as const) {
    await app.setColourScheme(scheme);
    await expect
      .poll(() => app.evaluate(`matchMedia('(prefers-color-scheme: ${scheme})').matches`), {
        timeout: 10_000,
      })
      .toBe(true);
    await app.screenshot(join(folder, `${name}-${scheme}.png`));
    expect(await app.evaluate('document.scrollingElement.scrollHeight <= innerHeight'), `${name} fits`).toBe(
      true,
    );
    expect(await violationsOn(app), `${name} in ${scheme}`).toEqual([]);
  }
}

/** React Aria's announcements outlive what they take their words from by some seconds. */
const danglingAnnouncements = `[...document.querySelectorAll('[data-live-announcer] [aria-labelledby]')]
  .filter((said) => document.getElementById(said.getAttribute('aria-labelledby')) === null).length`;

async function violationsOn(app: AppDriver): Promise<readonly string[]> {
  await app.evaluate(`if (window.axe === undefined) { ${axe.source} }`);
  return app.evaluate(`axe.run(document).then(({ violations }) =>
    violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html)))`);
}
