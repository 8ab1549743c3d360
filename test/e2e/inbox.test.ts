import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  ask,
  connectCall,
  eventually,
  everythingIn,
  openRow,
  rowOf,
  type Stage,
  setStage,
  signInto,
  titlesOf,
} from './stage.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await setStage();
  await signInto(stage);
  await rowOf(stage.app, 'Eva.Luna').getByText('READY', { exact: true }).waitFor();
});
afterAll(async () => {
  await stage[Symbol.asyncDispose]();
});

const button = (name: string | RegExp) => stage.app.popover.getByRole('button', { name });
const lines = () => stage.app.popover.getByRole('list', { name: 'Inbox' }).getByRole('listitem');
const titlesShown = () => lines().locator('button > span:last-child > span:first-child').allTextContents();
const unread = () => button(/^Mark as read: /).count();
const inFile = async (): Promise<readonly Readonly<Record<string, unknown>>[]> =>
  JSON.parse(await readFile(join(stage.userData, 'inbox.json'), 'utf8')).alerts;

async function told(user: string): Promise<void> {
  await eventually(async () => (await titlesOf(stage)).at(-1)).toBe(`Call connected: ${user}`);
}

/** One story, told in order. */
describe('the inbox', () => {
  it('has a line for what was told: when, of whom, unread', async () => {
    connectCall(stage.dialler, 'ana.ruiz');
    await told('ana.ruiz');
    connectCall(stage.dialler, 'Eva.Luna', { in_call_with: '15550106688' });
    await told('Eva.Luna');
    await button('Inbox, 2 unread').click();
    await eventually(() => lines().count()).toBe(2);
    const [newest, oldest] = await lines().allTextContents();
    expect(newest).toMatch(/^Unread\.Call connected: Eva\.Luna\d?\d:\d\d.*•••6688 · Spring offer · DIALER$/);
    expect(oldest).toMatch(/^Unread\.Call connected: ana\.ruiz\d?\d:\d\d.*•••4477/);
  });

  it('is acknowledged line by line, and remembers it over a restart', async () => {
    await button('Mark as read: Call connected: ana.ruiz').click();
    await eventually(unread).toBe(1);
    const before = await titlesShown();
    await stage.restart();
    await button('Inbox, 1 unread').click();
    await eventually(titlesShown).toEqual(before);
    expect(await button('Mark as read: Call connected: Eva.Luna').count()).toBe(1);
    // What lies there is no news.
    expect(await titlesOf(stage)).toEqual([]);
  });

  it('is acknowledged as a whole', async () => {
    await button('Mark all as read').click();
    await eventually(unread).toBe(0);
    await stage.app.popover.getByText('Unread', { exact: true }).click();
    await stage.app.popover.getByRole('heading', { name: 'All read' }).waitFor();
    await stage.app.popover.getByText('All', { exact: true }).click();
    await eventually(() => lines().count()).toBe(2);
  });

  it('is cleared with a way back, and for good after that', async () => {
    const before = await titlesShown();
    await button('Clear').click();
    await stage.app.popover.getByRole('heading', { name: 'Nothing yet' }).waitFor();
    await button('Undo').click();
    await eventually(titlesShown).toEqual(before);
    await button('Clear').click();
    await eventually(inFile).toEqual([]);
    await stage.restart();
    await button('Inbox').click();
    await stage.app.popover.getByRole('heading', { name: 'Nothing yet' }).waitFor();
    await button('Back').click();
  });
});

/** The numbers of customers, whole and in any part that was never shown. */
describe('a customer’s number', () => {
  const whole = ['15550104477', '15550106688', '15550198765'];
  const page = () => stage.app.evaluate<string>('document.documentElement.outerHTML');

  it('while presenting is hidden in rows, details, card and notification, and not revealed', async () => {
    const { app, dialler } = stage;
    await app.chooseFromMenu('Presenting: hide customer data');
    await app.popover.getByText('Presenting: customer data is hidden').waitFor();
    dialler.floor.set('ana.ruiz', { status: 'READY' });
    await rowOf(app, 'ana.ruiz').getByText('READY', { exact: true }).waitFor();
    connectCall(dialler, 'ana.ruiz', { in_call_with: '15550198765', lead_id: 31_337 });
    await told('ana.ruiz');
    const last = (await app.notifications()).at(-1);
    expect(last?.body).toBe('Spring offer · DIALER');
    await app.clickNotification(last?.id ?? '');
    const card = app.popover.getByRole('region', { name: 'Call connected: ana.ruiz' });
    await card.getByText('Spring offer · number hidden · DIALER').waitFor();
    expect(await card.getByRole('button', { name: /Copy|CRM/ }).count()).toBe(0);
    const row = rowOf(app, 'ana.ruiz');
    await row.getByText('Vendor lead code').waitFor();
    expect(await row.getByText('hidden', { exact: true }).count()).toBe(4);
    expect(await row.getByRole('button', { name: 'Show number' }).count()).toBe(0);
    for (const secret of ['8765', '31337', 'abc123-xyz456']) expect(await page()).not.toContain(secret);
    expect(await ask(stage, 'revealAgent', { agentUser: 'ana.ruiz' })).toEqual({
      ok: false,
      error: { kind: 'invalid-request' },
    });
  });

  it('is never written whole, and while presenting not at all', async () => {
    const { app, dialler } = stage;
    await eventually(inFile).toEqual([
      expect.objectContaining({ topic: 'call-connected', agentUser: 'ana.ruiz', maskedNumber: '' }),
    ]);
    const [line] = await inFile();
    expect(JSON.stringify({ ...line, atMs: 0 })).not.toMatch(/8765|31337|xyz456/);
    await button('Stop presenting').click();
    await eventually(() => app.popover.getByText('Presenting: customer data is hidden').count()).toBe(0);
    connectCall(dialler, 'Eva.Luna', { in_call_with: '15550106688', lead_id: 9 });
    await told('Eva.Luna');
    await eventually(async () => (await inFile()).at(-1)).toMatchObject({ maskedNumber: '•••6688' });
    // What was not written then is not there to be shown now.
    await button(/^Inbox/).click();
    await eventually(() => lines().count()).toBe(2);
    expect((await lines().allTextContents()).join()).not.toContain('8765');
    const written = await everythingIn(stage.userData);
    for (const number of whole) {
      expect(written).not.toContain(number);
      expect(app.output()).not.toContain(number);
      expect(await page()).not.toContain(number);
    }
  });

  it('is revealed on request once nobody looks over the shoulder', async () => {
    await button('Back').click();
    const row = await openRow(stage, 'ana.ruiz');
    await row.getByRole('button', { name: 'Show number' }).click();
    await row.getByText('15550198765').waitFor();
  });
});
