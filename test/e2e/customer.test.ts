import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  ask,
  connectCall,
  eventually,
  everythingIn,
  openRow,
  rowOf,
  type Stage,
  setStage,
  settingsOf,
  signInto,
} from './stage.ts';

const origin = 'https://crm.example.com';
const template = `${origin}/leads/{vendor_lead_code}?lead={lead_id}&phone={in_call_with}&campaign={campaign_id}&agent={agent}`;

let stage: Stage;

/** One story, told in order. */
beforeAll(async () => {
  stage = await setStage();
  await signInto(stage);
  await rowOf(stage.app, 'ana.ruiz').getByText('READY', { exact: true }).waitFor();
});
afterAll(async () => {
  await stage[Symbol.asyncDispose]();
});

const button = (name: string | RegExp) => stage.app.popover.getByRole('button', { name });
const card = () => stage.app.popover.getByRole('region', { name: 'Call connected: ana.ruiz' });
const page = () => stage.app.evaluate<string>('document.documentElement.outerHTML');
const lastLine = async (): Promise<Readonly<Record<string, unknown>>> =>
  JSON.parse(await readFile(join(stage.userData, 'inbox.json'), 'utf8')).alerts.at(-1);
const said = async (kind: 'copied' | 'would-open') =>
  (await stage.app.messages()).flatMap((message) => (message.kind === kind ? [message.text] : []));

/** Told of, and come to by its notification. */
async function seeCall(user: string): Promise<string> {
  const onDesktop = async () => (await stage.app.notifications()).filter(({ closed }) => !closed);
  await eventually(async () => (await onDesktop()).at(-1)?.title).toBe(`Call connected: ${user}`);
  const last = (await onDesktop()).at(-1);
  await stage.app.clickNotification(last?.id ?? '');
  return last?.body ?? '';
}

it('the card of a connected call shows who is on the line, masked, and copies what it is asked for', async () => {
  connectCall(stage.dialler, 'ana.ruiz');
  await seeCall('ana.ruiz');
  await card().getByText('Spring offer · •••4477 · DIALER').waitFor();
  await card().getByRole('button', { name: 'Copy lead ID' }).click();
  await card().getByRole('button', { name: 'Copy number' }).click();
  await eventually(() => said('copied')).toEqual(['7890123', '15550104477']);
  expect(await page()).not.toContain('15550104477');
  expect(await card().getByRole('button', { name: 'Open CRM' }).count()).toBe(0);
});

it('it leads to the settings for a CRM link, and opens the call there afterwards', async () => {
  await card().getByRole('button', { name: 'Set up a CRM link' }).click();
  const field = stage.app.popover.getByLabel('Address of a lead in your CRM');
  await field.fill(template);
  await field.press('Tab');
  await stage.app.popover.getByText(`${origin}/leads/abc%2F123%2045?lead=7890123`).waitFor();
  await eventually(async () => (await settingsOf(stage)).crmTemplate).toBe(template);
  await button('Back').click();
  await card().getByRole('button', { name: 'Open CRM' }).click();
  await eventually(() => said('would-open')).toEqual([
    `${origin}/leads/abc123-xyz456?lead=7890123&phone=15550104477&campaign=CAMP001&agent=ana.ruiz`,
  ]);
  await card().getByRole('button', { name: 'Dismiss' }).click();
  await eventually(() => card().count()).toBe(0);
});

/** The dialler gives its fields no types, and whatever somebody typed into them. */
function benIsCalledBy(value: string): void {
  const everywhere = { vendor_lead_code: value, lead_id: value, in_call_with: value, campaign_id: value };
  stage.dialler.floor.set('ben.cole', JSON.parse(JSON.stringify({ status: 'IN CALL', ...everywhere })));
}

it('a hostile value opens its own host, whole inside, and one too long opens nothing and says why', async () => {
  const hostile = `javascript:@evil.example/../%2e%2e%00?a=1#c"><script>alert('1')</script>\\{agent}`;
  const row = await openRow(stage, 'ben.cole');
  const leadCode = row.locator('div:has(> dt:text-is("Vendor lead code")) dd');
  benIsCalledBy(`${hostile}\r\n\u202e\u0000`);
  await eventually(() => leadCode.textContent()).toBe(hostile);
  await row.getByRole('button', { name: 'Open CRM' }).click();
  await eventually(async () => (await said('would-open')).length).toBe(2);
  const url = new URL((await said('would-open')).at(-1) ?? '');
  expect(url.href).toBe(`${origin}${url.pathname}${url.search}`);
  const [, leads, code, ...more] = url.pathname.split('/');
  expect([leads, decodeURIComponent(code ?? ''), more]).toEqual(['leads', hostile, []]);
  expect([...url.searchParams]).toEqual([
    ['lead', hostile],
    ['phone', hostile],
    ['campaign', hostile],
    ['agent', 'ben.cole'],
  ]);

  benIsCalledBy('x'.repeat(3_000));
  await eventually(() => leadCode.textContent()).toBe('x'.repeat(200));
  await row.getByRole('button', { name: 'Open CRM' }).click();
  await stage.app.popover.getByText(/too long to be opened/).waitFor();
  await stage.app.popover.getByRole('button', { name: 'Dismiss', exact: true }).click();
  expect(await said('would-open')).toHaveLength(2);
});

it('while presenting all of it is hidden in rows, details, card and notification, and not revealed', async () => {
  const { app, dialler } = stage;
  await app.chooseFromMenu('Presenting: hide customer data');
  await app.popover.getByText('Presenting: customer data is hidden').waitFor();
  dialler.floor.set('ana.ruiz', { status: 'READY' });
  await rowOf(app, 'ana.ruiz').getByText('READY', { exact: true }).first().waitFor();
  connectCall(dialler, 'ana.ruiz', { in_call_with: '15550198765', lead_id: 31_337 });
  expect(await seeCall('ana.ruiz')).toBe('Spring offer · DIALER');
  await card().getByText('Spring offer · number hidden · DIALER').waitFor();
  expect(
    await card()
      .getByRole('button', { name: /Copy|CRM/ })
      .count(),
  ).toBe(0);
  const row = rowOf(app, 'ana.ruiz');
  await row.getByText('Vendor lead code').waitFor();
  expect(await row.getByText('hidden', { exact: true }).count()).toBe(7);
  expect(await row.getByRole('button', { name: 'Show number' }).count()).toBe(0);
  for (const secret of ['8765', '31337', 'abc123-xyz456']) expect(await page()).not.toContain(secret);
  expect(await ask(stage, 'revealAgent', { agentUser: 'ana.ruiz' })).toEqual({
    ok: false,
    error: { kind: 'invalid-request' },
  });
});

it('a number is never written whole, and while presenting not at all', async () => {
  const { app, dialler } = stage;
  await eventually(lastLine).toMatchObject({ agentUser: 'ana.ruiz', maskedNumber: '' });
  expect(JSON.stringify({ ...(await lastLine()), atMs: 0 })).not.toMatch(/8765|31337|xyz456/);
  await button('Stop presenting').click();
  await eventually(() => app.popover.getByText('Presenting: customer data is hidden').count()).toBe(0);
  connectCall(dialler, 'Eva.Luna', { in_call_with: '15550106688', lead_id: 9 });
  await eventually(lastLine).toMatchObject({ agentUser: 'Eva.Luna', maskedNumber: '•••6688' });
  // What was not written then is not there to be shown now.
  await button(/^Inbox/).click();
  const lines = app.popover.getByRole('list', { name: 'Inbox' }).getByRole('listitem');
  await lines.first().waitFor();
  expect((await lines.allTextContents()).join()).not.toContain('8765');
  const written = await everythingIn(stage.userData);
  for (const number of ['15550104477', '15550106688', '15550198765']) {
    expect(written).not.toContain(number);
    expect(app.output()).not.toContain(number);
    expect(await page()).not.toContain(number);
  }
});

it('it is revealed on request once nobody looks over the shoulder', async () => {
  await button('Back').click();
  const row = await openRow(stage, 'ana.ruiz');
  await row.getByRole('button', { name: 'Show number' }).click();
  await row.getByText('15550198765').waitFor();
});
