import { setTimeout as wait } from 'node:timers/promises';
import { vi } from 'vitest';
import { rowOf } from '../e2e/stage.ts';
import { copiedNumber, hiddenNumber, password, shownNumber, wrongPassword } from './canaries.ts';
import { agents, apiUser, type CanaryStage } from './canary-stage.ts';

const [hidden, shown, copied] = agents;
const until = (isSo: () => boolean | Promise<boolean>) =>
  vi.waitUntil(isSo, { timeout: 30_000, interval: 200 });
const press = ({ app }: CanaryStage, name: string) =>
  app.popover.getByRole('button', { name, exact: true }).click();

/** By the keyboard: a script that fills the field would itself leave the password on the page. */
async function typePassword({ app }: CanaryStage, text: string): Promise<void> {
  await app.popover.locator('input[type="password"]').click();
  await app.keyboard.press('ControlOrMeta+a');
  await app.keyboard.insertText(text);
}

/** Fields by their place: to look for their labels makes Chromium keep the fields that are gone. */
export async function connectByForm(stage: CanaryStage, whileTyped: () => Promise<void>): Promise<void> {
  const { popover } = stage.app;
  await popover.getByRole('button', { name: /^Connect to your dialler/ }).click();
  await popover.locator('form input').nth(0).fill(stage.proxy.url);
  await popover.locator('form input').nth(1).fill(apiUser);
  await popover.locator('form textarea').fill(agents.join('\n'));
  await typePassword(stage, wrongPassword.text);
  await press(stage, 'Connect');
  await popover.getByText('The dialler refused the API user or password').waitFor();
  await typePassword(stage, password.text);
  await whileTyped();
  await press(stage, 'Test connection');
  await popover.getByText(`Connected: ${hidden} is READY.`).waitFor();
  await press(stage, 'Connect');
  await rowOf(stage.app, hidden).getByText('READY', { exact: true }).waitFor();
}

/** Calls, notifications, the inbox, and everything that may be done with a number. */
export async function takeCalls(stage: CanaryStage): Promise<void> {
  const { app, dialler } = stage;
  const change = { crmTemplate: 'https://crm.example/find?n={in_call_with}', intervalMs: 3_000 };
  await app.evaluate(`croco.changePreferences(${JSON.stringify({ change })})`);
  const numbers = { [hidden]: hiddenNumber, [shown]: shownNumber, [copied]: copiedNumber };
  for (const [user, { text }] of Object.entries(numbers)) {
    dialler.floor.set(user, {
      status: `IN CALL [${text}]`,
      in_call_with: text,
      caller_id: text,
      campaign_id: 'CAMP001',
      campaign_name: `Callback of ${text}`,
      call_type: 'DIALER',
      vendor_lead_code: `lead-${text}`,
      lead_id: 7_890_123,
    });
  }
  await until(async () => (await app.notifications()).length > 0);
  await rowOf(app, shown).locator('[data-user]').click();
  await rowOf(app, shown).getByRole('button', { name: 'Show number' }).click();
  await rowOf(app, shown).getByText(shownNumber.text).first().waitFor();
  await rowOf(app, shown).locator('[data-user]').click();
  await rowOf(app, copied).locator('[data-user]').click();
  await rowOf(app, copied).getByRole('button', { name: 'Copy number' }).click();
  await rowOf(app, copied).getByRole('button', { name: 'Open CRM' }).click();
  await until(async () => (await app.messages()).length === 2);
  await rowOf(app, copied).locator('[data-user]').click();
  await app.popover.getByRole('button', { name: /^Inbox/ }).click();
  await app.popover.getByRole('listitem').first().waitFor();
  await press(stage, 'Back');
  await app.evaluate('croco.exportDictionary()');
}

/** What a dialler that repeats what it was sent might say. */
export async function hearEchoes(stage: CanaryStage): Promise<void> {
  const { app, dialler, proxy } = stage;
  const said = [
    password.text,
    encodeURIComponent(password.text),
    Buffer.from(password.text).toString('base64'),
  ];
  const bodies = [
    ...said.map((text) => JSON.stringify({ result: 'error', message: `No field of that name: ${text}` })),
    JSON.stringify({ code: '41004', result: `Error: goPass=${said[1]} in ${hiddenNumber.text}` }),
    `<br /><b>Warning</b>: Undefined index ${said[0]} for ${hiddenNumber.text} in <b>goAPI.php</b>`,
    `<html><body>Not found: /goAPI.php?goPass=${said[1]}</body></html>`,
    `Fatal error: ${said[0]} ${hiddenNumber.text}`,
    `<?xml version="1.0"?><result>Error ${said[1]} ${hiddenNumber.text}</result>`,
  ];
  for (const body of bodies) {
    const clear = dialler.faults.inject({ kind: 'body', body });
    const answered = proxy.answers.length;
    await app.evaluate('croco.refresh()');
    await until(() => proxy.answers.length > answered);
    // For what the app makes of it to reach the page, which it does ten times a second at most.
    await wait(300);
    clear();
  }
  const location = `https://elsewhere.example/?goPass=${said[1]}&n=${hiddenNumber.text}`;
  const clear = dialler.faults.inject({ kind: 'redirect', location });
  await app.evaluate('croco.refresh()');
  await app.popover.getByText('elsewhere.example').first().waitFor();
  await press(stage, 'Copy diagnostics');
  await until(async () => (await app.messages()).length === 4);
  clear();
  await app.evaluate('croco.refresh()');
  await rowOf(app, hidden)
    .getByText(/^IN CALL/)
    .first()
    .waitFor();
}

/** Signing out and in again, sleep, a page that crashes, and a password that changes mid-shift. */
export async function liveOn(stage: CanaryStage): Promise<void> {
  const { app, dialler } = stage;
  await app.power('suspend');
  await app.power('resume');
  await app.crashRenderer();
  await rowOf(app, hidden).waitFor();
  await app.clickTray();
  await app.clickTray();
  dialler.setPassword('another');
  await app.popover.getByRole('heading', { name: 'Signed out' }).waitFor({ timeout: 30_000 });
  dialler.setPassword(password.text);
  await typePassword(stage, wrongPassword.text);
  await press(stage, 'Sign in');
  await app.popover.getByText('The dialler refused the API user or password').waitFor();
  await typePassword(stage, password.text);
  await press(stage, 'Sign in');
  await rowOf(app, hidden).waitFor();
  await press(stage, 'Settings');
  await press(stage, 'Copy diagnostics');
  await press(stage, 'Back');
}
