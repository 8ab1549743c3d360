import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  ask,
  connectCall,
  eventually,
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

beforeAll(async () => {
  stage = await setStage();
  await signInto(stage);
  await rowOf(stage.app, 'ana.ruiz').getByText('READY', { exact: true }).waitFor();
});
afterAll(async () => {
  await stage[Symbol.asyncDispose]();
});

const button = (name: string) => stage.app.popover.getByRole('button', { name, exact: true });
const said = async (kind: 'copied' | 'would-open') =>
  (await stage.app.messages()).flatMap((message) => (message.kind === kind ? [message.text] : []));

async function typeTemplate(text: string): Promise<void> {
  const field = stage.app.popover.getByLabel('Address of a lead in your CRM');
  await field.fill(text);
  await field.press('Tab');
}

/** One story, told in order. */
describe('the card of a connected call', () => {
  const card = () => stage.app.popover.getByRole('region', { name: 'Call connected: ana.ruiz' });

  it('shows who is on the line, masked, and copies what it is asked for', async () => {
    const { app, dialler } = stage;
    connectCall(dialler, 'ana.ruiz');
    await eventually(async () => (await app.notifications()).length).toBe(1);
    const [notification] = await app.notifications();
    await app.clickNotification(notification?.id ?? '');
    await card().getByText('Spring offer · •••4477 · DIALER').waitFor();
    await card().getByRole('button', { name: 'Copy lead ID' }).click();
    await card().getByRole('button', { name: 'Copy number' }).click();
    await eventually(() => said('copied')).toEqual(['7890123', '15550104477']);
    expect(await app.evaluate<string>('document.documentElement.outerHTML')).not.toContain('15550104477');
    expect(await card().getByRole('button', { name: 'Open CRM' }).count()).toBe(0);
  });

  it('leads to the settings for a CRM link, and opens the call there afterwards', async () => {
    await card().getByRole('button', { name: 'Set up a CRM link' }).click();
    await typeTemplate(template);
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
});

describe('a CRM link', () => {
  const openCrm = () => rowOf(stage.app, 'ana.ruiz').getByRole('button', { name: 'Open CRM' });

  /** The dialler gives its fields no types, and whatever somebody typed into them. */
  async function callWith(value: string): Promise<void> {
    const { app, dialler } = stage;
    const everywhere = { vendor_lead_code: value, lead_id: value, in_call_with: value, campaign_id: value };
    dialler.floor.set('ana.ruiz', JSON.parse(JSON.stringify({ status: 'IN CALL', ...everywhere })));
    const before = dialler.requests.byAgent.get('ana.ruiz') ?? 0;
    await app.chooseFromMenu('Refresh now');
    await eventually(() => dialler.requests.byAgent.get('ana.ruiz') ?? 0).toBeGreaterThan(before);
  }
  const shownLeadCode = () =>
    rowOf(stage.app, 'ana.ruiz')
      .locator('div:has(> dt:text-is("Vendor lead code")) dd')
      .textContent()
      .then((text) => text ?? '');

  beforeAll(async () => {
    await openRow(stage, 'ana.ruiz');
  });

  it.each([
    ['another scheme', 'javascript:alert(document.domain)'],
    ['a file', 'file:///etc/passwd'],
    ['an encoded end of text', 'x%00y'],
    ['another address', 'https://evil.example/?a=1&b=2#c'],
    ['another host', '@evil.example//\\evil.example'],
    ['quotes', `"><script>alert('1')</script>&\`$(x)`],
    ['a escalate', '../../admin'],
    ['an encoded escalate', '%2e%2e%2f'],
    ['a placeholder', '{agent}{lead_id}'],
    ['a new line', 'one\r\ntwo', 'one two'],
    ['a change of direction', 'a\u202e\u2066b\u200b', 'ab'],
    ['an end of text', 'a\u0000b', 'ab'],
    ['half a character', 'a\ud800b', 'ab'],
  ])(
    'with %s in every value opens its own host, the value whole inside',
    async (_name, value, kept = value) => {
      await callWith(value);
      await eventually(shownLeadCode).toBe(kept);
      const count = (await said('would-open')).length;
      await openCrm().click();
      await eventually(async () => (await said('would-open')).length).toBe(count + 1);
      const url = new URL((await said('would-open')).at(-1) ?? '');
      expect(url.origin).toBe(origin);
      expect(url.href).toBe(`${origin}${url.pathname}${url.search}`);
      const [, leads, code, ...more] = url.pathname.split('/');
      expect([leads, decodeURIComponent(code ?? ''), more]).toEqual(['leads', kept, []]);
      expect([...url.searchParams]).toEqual([
        ['lead', kept],
        ['phone', kept],
        ['campaign', kept],
        ['agent', 'ana.ruiz'],
      ]);
      for (const character of ['"', "'", '<', '\\', '\n', '\u202e'])
        expect(url.href).not.toContain(character);
    },
  );

  it.each([
    ['dots that escalate', '..', /does not make an address/],
    ['a lead code of 3,000 characters', 'x'.repeat(3_000), /too long to be opened/],
    ['one of 3,000 signs of another plane', '🐊'.repeat(3_000), /too long to be opened/],
  ])('with %s opens nothing and says why', async (_name, value, why) => {
    const before = await said('would-open');
    await callWith(value);
    await eventually(shownLeadCode).toBe([...value].slice(0, 200).join(''));
    await openCrm().click();
    await stage.app.popover.getByText(why).waitFor();
    await button('Dismiss').click();
    expect(await said('would-open')).toEqual(before);
  });
});

describe('a hostile CRM template', () => {
  const hostile = [
    'javascript:alert(1)//{lead_id}',
    'file:///etc/passwd',
    'http://crm.example.com/{lead_id}',
    'https://{agent}.evil.example/',
    'https://user:secret@evil.example/{lead_id}',
    'data:text/html,<script>alert(1)</script>',
    'https://evil.example/{password}',
  ];

  it('is refused where it is typed, and never saved', async () => {
    const { popover } = stage.app;
    await button('Settings').click();
    for (const text of hostile) {
      await typeTemplate(text);
      await popover.getByText(/Not saved\.$/).waitFor();
      expect(await ask(stage, 'getState')).toMatchObject({
        value: { preferences: { crmTemplate: template } },
      });
      await typeTemplate(template);
      await eventually(() => popover.getByText(/Not saved\.$/).count()).toBe(0);
    }
    await typeTemplate('javascript:alert(2)');
    await button('Back').click();
    expect((await settingsOf(stage)).crmTemplate).toBe(template);
  });

  it.each(hostile)('is refused past the form: %s', async (crmTemplate) => {
    const reply = await ask(stage, 'changePreferences', { change: { crmTemplate } });
    expect(reply).toEqual({ ok: false, error: { kind: 'invalid-request' } });
    expect((await settingsOf(stage)).crmTemplate).toBe(template);
  });
});
