import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PhpValue, phpJson, phpXml } from '../../../src/simulator/php.ts';

describe('phpJson', () => {
  it('keeps every value, in plain ASCII', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const written = phpJson({ text });
        expect(JSON.parse(written)).toEqual({ text });
        expect(written).toMatch(/^[ -\u007f]*$/);
      }),
    );
  });
});

describe('phpXml', () => {
  it.each<[string, PhpValue, string]>([
    ['plain fields', { result: 'success', lead_id: 7 }, '<result>success</result>\n<lead_id>7</lead_id>\n'],
    ['an inner object', { data: { status: 'READY' } }, '<data>\n<status>READY</status>\n</data>\n'],
    ['null, false and "" alike', { a: null, b: false, c: '' }, '<a></a>\n<b></b>\n<c></c>\n'],
    ['true as 1', { a: true }, '<a>1</a>\n'],
    ['markup in CDATA', { a: 'x < y' }, '<a><![CDATA[x < y]]></a>\n'],
    ['an ampersand in CDATA', { a: 'CARE & BILLING' }, '<a><![CDATA[CARE & BILLING]]></a>\n'],
    ['quotes in CDATA', { a: 'say "hi"' }, '<a><![CDATA[say "hi"]]></a>\n'],
    ['entities decoded first', { a: 'R&amp;D' }, '<a><![CDATA[R&D]]></a>\n'],
    ['a CDATA end as it is', { a: 'x > ]]> y' }, '<a><![CDATA[x > ]]> y]]></a>\n'],
    ['empty arrays as nothing', { data: [], rest: 1 }, '<rest>1</rest>\n'],
    [
      'a list of objects under its own name, once each',
      { user_list: [{ user: 'a' }, { user: 'b' }] },
      '<user_list>\n<user>a</user>\n</user_list>\n<user_list>\n<user>b</user>\n</user_list>\n',
    ],
    ['a list of texts as numbers', { allowed_companys: ['AAA', 'BBB'] }, '<0>AAA</0>\n<1>BBB</1>\n'],
  ])('writes %s', (_what, value, text) => {
    expect(phpXml(value)).toBe(text);
  });
});
