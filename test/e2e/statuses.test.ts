import { afterAll, beforeAll, it } from 'vitest';
import { look } from './look.ts';
import { ask, eventually, onPause, rowOf, type Stage, setStage, signInto } from './stage.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await setStage();
});
afterAll(async () => {
  await stage[Symbol.asyncDispose]();
});

const button = (name: string | RegExp) => stage.app.popover.getByRole('button', { name, exact: true });
const field = (name: string) => stage.app.popover.getByLabel(name, { exact: true });
const status = (text: string) => stage.app.popover.locator(`[data-status="${text}"]`);
const press = (key: string) => stage.app.keyboard.press(key);
const speak = (language: 'en' | 'es') => ask(stage, 'changePreferences', { change: { language } });

async function openStatuses(): Promise<void> {
  await button('Settings').click();
  await button('Statuses and pause limits').click();
}

it('nothing seen yet', async () => {
  await signInto(stage, []);
  await openStatuses();
  await stage.app.popover.getByText('No status seen yet: connect, or add one by hand.').waitFor();
  await look(stage.app, 'statuses-empty');
  await press('Escape');
  await press('Escape');
});

it('a status nobody knew counts as a pause in the row at once, by keyboard alone', async () => {
  onPause(stage.dialler, 'ana.ruiz', 'BAÑO');
  onPause(stage.dialler, 'Eva.Luna', 'PAUSE - TRAINING WITH THE NEW SCRIPT UNTIL THREE');
  await ask(stage, 'addAgents', { agentUsers: ['ana.ruiz', 'ben.cole', 'Eva.Luna'] });
  await rowOf(stage.app, 'ana.ruiz').getByText('Other').waitFor();
  // No poll helps from here on.
  await ask(stage, 'setPaused', { isPaused: true });
  await openStatuses();
  await look(stage.app, 'statuses');
  await status('BAÑO').focus();
  await press('Enter');
  await press('Tab');
  await press('ArrowDown');
  await stage.app.popover.getByRole('option', { name: 'Dead call' }).waitFor();
  await look(stage.app, 'statuses-families');
  await press('P');
  await press('Enter');
  await eventually(() => field('Limit of this pause').inputValue()).toBe('10');
  await press('Tab');
  await stage.app.keyboard.type('Rest room');
  await press('Tab');
  await stage.app.keyboard.type('7');
  await look(stage.app, 'statuses-open');
  await press('Escape');
  await eventually(() => button('Statuses and pause limits').count()).toBe(1);
  await press('Escape');
  await rowOf(stage.app, 'ana.ruiz').getByText('Paused').waitFor();
});

it('is copied and brought in again', async () => {
  await openStatuses();
  await eventually(() => status('BAÑO').textContent()).toContain('Paused · Rest room · 7 min');
  await button('Copy as JSON').click();
  await stage.app.popover.getByText('3 statuses copied.').waitFor();
  await button('Import…').click();
  await field('Text of an export').fill('{ "half');
  await button('Import').click();
  await stage.app.popover.getByText(/^This is not a status dictionary/).waitFor();
  await look(stage.app, 'statuses-import-error');
  const meaning = { status: 'baño', family: 'wrap-up', label: '', limitMs: null };
  await field('Text of an export').fill(
    JSON.stringify({ kind: 'croco-tray-dictionary', version: 1, statuses: [meaning] }),
  );
  await button('Import').click();
  await stage.app.popover.getByText('1 status imported.').waitFor();
  await eventually(() => status('baño').textContent()).toContain('Wrap-up');
  await button('Undo').click();
  await eventually(() => status('BAÑO').textContent()).toContain('Paused · Rest room · 7 min');
  await speak('es');
  await status('BAÑO').click();
  await stage.app.popover.getByText('Cuenta como').waitFor();
  await look(stage.app, 'statuses-es');
  await speak('en');
});
