import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type CrmValues,
  crmFields,
  crmLink,
  crmProblem,
  longestCrmLink,
} from '../../../src/shared/crm-link.ts';

const values: CrmValues = {
  lead_id: '7890123',
  vendor_lead_code: 'abc-1',
  in_call_with: '15550104477',
  campaign_id: 'CAMP001',
  agent: 'ana.ruiz',
};

const opened = (template: string, more: Partial<CrmValues> = {}): string | null => {
  const link = crmLink(template, { ...values, ...more });
  return link.ok ? link.value : null;
};

describe('a template', () => {
  it.each([
    ['https://crm.example/lead/{lead_id}', null],
    ['https://crm.example:8443/l?id={lead_id}&who={agent}#{campaign_id}', null],
    ['  https://crm.example/{vendor_lead_code}  ', null],
    ['HTTPS://CRM.EXAMPLE/{lead_id}', null],
    ['https://crm.example\\{lead_id}', null],
    ['', 'not-an-address'],
    ['crm.example/{lead_id}', 'not-an-address'],
    ['https://{lead_id}', 'placeholder-in-host'],
    ['https://crm.example:{lead_id}/', 'not-an-address'],
    ['https://crm.example:44{lead_id}/', 'not-an-address'],
    ['javascript:alert({lead_id})', 'not-https'],
    ['java\nscript:alert({lead_id})', 'not-https'],
    ['{agent}://crm.example/', 'not-https'],
    ['https://{agent}.evil/', 'placeholder-in-host'],
    ['https://crm.example{agent}/', 'placeholder-in-host'],
    ['https:{agent}/', 'placeholder-in-host'],
    ['https:\\\\{agent}\\crm.example', 'placeholder-in-host'],
    ['https://crm.example@{agent}/', 'placeholder-in-host'],
    ['https://{agent}@crm.example/', 'placeholder-in-host'],
    ['https://user@crm.example/{lead_id}', 'placeholder-in-host'],
    ['https://user:secret@crm.example/{lead_id}', 'placeholder-in-host'],
    ['https://crm.example/{lead}', 'unknown-placeholder'],
    ['https://crm.example/{}', 'unknown-placeholder'],
    ['https://crm.example/{constructor}', 'unknown-placeholder'],
    ['https://crm.example/{lead_id', 'unknown-placeholder'],
    ['https://crm.example/{{lead_id}}', 'unknown-placeholder'],
    [`https://crm.example/${'x'.repeat(longestCrmLink)}`, 'too-long'],
    [`https://crm.example/${'ñ'.repeat(700)}`, 'too-long'],
  ])('%s: %s', (template, problem) => {
    expect(crmProblem(template)).toBe(problem);
    if (problem !== null) expect(crmLink(template, values)).toEqual({ ok: false, error: problem });
  });
});

it.each([
  'JaVaScRiPt:',
  'vbscript:',
  'data:text/html,',
  'blob:https://crm.example/',
  'view-source:https://crm.example/',
  'file://host/share/',
  '\\\\host\\share\\',
  '//host/share/',
  'ms-msdt:/id PCWDiagnostic /skip force /param ',
  'mailto:a@crm.example?subject=',
  'http://crm.example/',
  'app://bundle/',
  'C:\\Windows\\System32\\calc.exe?',
  '/usr/bin/xcalc?',
  '-version',
])('a template that begins with %j is refused, whatever follows', (start) => {
  for (const rest of ['', '{lead_id}', 'https://crm.example/'])
    expect(crmProblem(start + rest)).not.toBeNull();
});

describe('a link', () => {
  it.each<[string, Partial<CrmValues>, string]>([
    ['https://crm.example/l/{lead_id}?n={in_call_with}', {}, 'https://crm.example/l/7890123?n=15550104477'],
    ['https://crm.example/{lead_id}{lead_id}', { lead_id: 'a/b' }, 'https://crm.example/a%2Fba%2Fb'],
    ['https://crm.example/{lead_id}/x', { lead_id: '' }, 'https://crm.example//x'],
    ['https://crm.example/{agent}', { agent: '//evil.example' }, 'https://crm.example/%2F%2Fevil.example'],
    ['https://crm.example/{agent}', { agent: '\uD800' }, 'https://crm.example/%EF%BF%BD'],
    ['https://crm.example/{agent}', { agent: '{lead_id}' }, 'https://crm.example/%7Blead_id%7D'],
    ['https://crm.example/?q={agent}', { agent: "o'hara" }, 'https://crm.example/?q=o%27hara'],
    // The browser shows what it really is: the letters are Cyrillic.
    ['https://сrm.example/{agent}', {}, 'https://xn--rm-nmc.example/ana.ruiz'],
    ['https://ｃｒｍ.example/{agent}', {}, 'https://crm.example/ana.ruiz'],
    ['https://cr\u00ADm.example/{agent}', {}, 'https://crm.example/ana.ruiz'],
    ['https://0x7f.1/{agent}', {}, 'https://127.0.0.1/ana.ruiz'],
    ['https://crm.example/x/../{agent}', {}, 'https://crm.example/ana.ruiz'],
    ['https://ñandú.example/{agent}', {}, 'https://xn--and-6ma2c.example/ana.ruiz'],
  ])('of %s with %o is %s', (template, more, link) => {
    expect(opened(template, more)).toBe(link);
  });

  it.each<[string, string]>([
    ['https://crm.example/a/{lead_id}', '..'],
    ['https://crm.example/a/{lead_id}/b', '..'],
    ['https://crm.example/a/.{lead_id}/b', '.'],
    ['https://crm.example/a/%2e{lead_id}', '.'],
    ['https://crm.example/a/%{lead_id}', '2e'],
  ])('of %s is none with %s, which would escalate the path', (template, lead_id) => {
    expect(crmLink(template, { ...values, lead_id })).toEqual({ ok: false, error: 'not-an-address' });
  });

  it('is none with a lead code too long to be opened', () => {
    const template = 'https://crm.example/?c={vendor_lead_code}';
    const room = longestCrmLink - template.replace('{vendor_lead_code}', '').length;
    expect(opened(template, { vendor_lead_code: 'x'.repeat(room) })).toHaveLength(longestCrmLink);
    for (const code of ['x'.repeat(room + 1), 'x'.repeat(3_000), 'ñ'.repeat(700)]) {
      expect(crmLink(template, { ...values, vendor_lead_code: code })).toEqual({
        ok: false,
        error: 'too-long',
      });
    }
  });
});

const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string(),
  fc.constantFrom('.', '..', '%2e%2e', '', '/', '\\', '@', ':', '?', '#', '\0', '\uD800', "'", '\t'),
  fc.string({ unit: fc.constantFrom('.', '/', '%', '2', 'e', '\\', '@', ':', '#', '?') }),
);
const anyValues = fc.record({
  lead_id: hostile,
  vendor_lead_code: hostile,
  in_call_with: hostile,
  campaign_id: hostile,
  agent: hostile,
});
const anyPlaceholder = fc.constantFrom(...crmFields.map((field) => `{${field}}`));

describe('whatever the template and the values', () => {
  it('a link is https, of the template’s own origin, and short enough', () => {
    const piece = fc.oneof(
      anyPlaceholder,
      hostile,
      fc.constantFrom('https:', '//', '/', 'crm.example', ':443', 'javascript:', 'user@', '?a=', '#', '%'),
    );
    const template = fc
      .tuple(fc.constantFrom('', 'https:', 'https://', 'https://crm.example'), fc.array(piece))
      .map(([start, pieces]) => start + pieces.join(''));
    let links = 0;
    fc.assert(
      fc.property(template, anyValues, (text, more) => {
        const link = crmLink(text, more);
        if (!link.ok) return;
        links += 1;
        const url = new URL(link.value);
        const own = new URL(text.replace(/\{[^{}]*\}/g, 'a'));
        expect(url.protocol).toBe('https:');
        expect(url.origin).toBe(own.origin);
        expect(url.username + url.password).toBe('');
        expect(url.href).toBe(link.value);
        expect(link.value.length).toBeLessThanOrEqual(longestCrmLink);
        expect(link.value).toMatch(/^[\x21-\x7e]+$/);
      }),
      { numRuns: 2_000 },
    );
    expect(links).toBeGreaterThan(200);
  });

  it('a link carries each value, to be read back as it was', () => {
    fc.assert(
      fc.property(anyValues, fc.constantFrom(...crmFields), (more, field) => {
        const link = crmLink(`https://crm.example/<{${field}}>/?q=<{${field}}>#<{${field}}>`, more);
        if (!link.ok) return;
        const { pathname, searchParams, hash } = new URL(link.value);
        const value = `<${more[field].toWellFormed()}>`;
        expect(decodeURIComponent(pathname)).toBe(`/${value}/`);
        expect(searchParams.get('q')).toBe(value);
        expect(decodeURIComponent(hash)).toBe(`#${value}`);
      }),
      { numRuns: 1_000 },
    );
  });

  it('a value that is a part of the path alone is carried or refused, never dropped', () => {
    fc.assert(
      fc.property(hostile, (value) => {
        const link = crmLink('https://crm.example/a/{lead_id}', { ...values, lead_id: value });
        if (!link.ok) expect(value).toMatch(/^\.{1,2}$/);
        else expect(decodeURIComponent(new URL(link.value).pathname)).toBe(`/a/${value.toWellFormed()}`);
      }),
      { numRuns: 1_000 },
    );
  });
});
