import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { createCrm } from '../../../../src/main/alerts/crm.ts';
import { createAppStore } from '../../../../src/main/state/store.ts';
import { succeed } from '../../../../src/shared/result.ts';
import { defaultSettings } from '../../../../src/shared/settings.ts';
import { aCall, anAgent, aReading } from '../../../fakes/builders.ts';

const everyField =
  'https://crm.example/{lead_id}?code={vendor_lead_code}&n={in_call_with}&c={campaign_id}&a={agent}';

let nowMs = 0;

function setUp(crmTemplate = everyField, reading = aCall('77', { vendorLeadCode: 'a&b' })) {
  const openExternal = vi.fn(async (_url: string) => undefined);
  const agents = new Map([['ana ruiz', anAgent('ana ruiz', reading)]]);
  const store = createAppStore({ agents, settings: { ...defaultSettings, crmTemplate } });
  const clock = { nowMs: () => nowMs };
  return { open: createCrm({ store, openExternal, clock }), openExternal };
}

describe('the CRM link of a call', () => {
  it('is opened filled in by main', async () => {
    const { open, openExternal } = setUp();
    expect(await open('ana ruiz')).toEqual(succeed(null));
    expect(openExternal.mock.calls).toEqual([
      ['https://crm.example/77?code=a%26b&n=15550100123&c=CAMP001&a=ana%20ruiz'],
    ]);
  });

  it('is opened a few times within seconds, and no more', async () => {
    const { open, openExternal } = setUp();
    for (let count = 0; count < 9; count += 1) await open('ana ruiz');
    expect(await open('ana ruiz')).toEqual({ ok: false, error: { kind: 'crm', reason: 'too-often' } });
    expect(openExternal).toHaveBeenCalledTimes(5);
    nowMs += 10_000;
    expect(await open('ana ruiz')).toEqual(succeed(null));
  });

  it.each([
    ['no template', '', 'no-template'],
    ['a script', 'javascript:alert({lead_id})', 'not-https'],
    ['a host of the dialler’s choosing', 'https://{campaign_id}.example/', 'placeholder-in-host'],
  ] as const)('with %s opens nothing and says why', async (_what, template, reason) => {
    const { open, openExternal } = setUp(template);
    expect(await open('ana ruiz')).toEqual({ ok: false, error: { kind: 'crm', reason } });
    expect(openExternal).not.toHaveBeenCalled();
  });

  it.each([
    ['as long as what is cut', 'x'.repeat(200), 'too-long'],
    ['climbing the path', '..', 'not-an-address'],
  ] as const)('with a lead code %s opens nothing', async (_what, vendorLeadCode, reason) => {
    const { open, openExternal } = setUp(
      'https://crm.example/{vendor_lead_code}',
      aCall('77', { vendorLeadCode }),
    );
    expect(await open('ana ruiz')).toEqual({ ok: false, error: { kind: 'crm', reason } });
    expect(openExternal).not.toHaveBeenCalled();
  });

  it('may have a long value that the link does not use', async () => {
    const long = aCall('77', { vendorLeadCode: 'x'.repeat(200) });
    const { open, openExternal } = setUp('https://crm.example/{lead_id}', long);
    expect(await open('ana ruiz')).toEqual(succeed(null));
    expect(openExternal).toHaveBeenCalledExactlyOnceWith('https://crm.example/77');
  });

  it('is opened without values while there is no call', async () => {
    const { open, openExternal } = setUp('https://crm.example/?id={lead_id}', aReading('READY'));
    expect(await open('ana ruiz')).toEqual(succeed(null));
    expect(openExternal).toHaveBeenCalledExactlyOnceWith('https://crm.example/?id=');
  });

  it('of a stranger is refused', async () => {
    const { open, openExternal } = setUp();
    expect(await open('https://evil.example')).toEqual({ ok: false, error: { kind: 'invalid-request' } });
    expect(openExternal).not.toHaveBeenCalled();
  });

  it('that the system does not open is told as such', async () => {
    const { open, openExternal } = setUp();
    openExternal.mockRejectedValue(new Error('no browser'));
    expect(await open('ana ruiz')).toEqual({ ok: false, error: { kind: 'crm', reason: 'not-opened' } });
  });
});

it('only crm.ts has the system open anything, and nothing is opened as a file', () => {
  const texts = globSync('src/{main,preload,renderer,shared}/**/*.{ts,tsx}')
    .map((file) => file.replaceAll('\\', '/'))
    .map((file) => [file, readFileSync(file, 'utf8')] as const);
  const using = (pattern: RegExp) => texts.filter(([, text]) => pattern.test(text)).map(([file]) => file);
  expect(using(/openExternal/).toSorted()).toEqual([
    'src/main/alerts/crm.ts',
    'src/main/app/edges.ts',
    'src/main/assemble.ts',
    'src/main/run-app.ts',
  ]);
  expect(using(/\bshell\./)).toEqual(['src/main/run-app.ts']);
  expect(using(/openPath|showItemInFolder|child_process/)).toEqual(['src/main/app/run-program.ts']);
});
