import { expect, test } from 'vitest';
import { noLiveState } from '../../../../src/shared/reading.ts';
import { fixture, parse } from './replies.ts';

const inner = (xml: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\\n<goautodialapi>${xml}</goautodialapi>`;
const parseXml = (body: Uint8Array | string) => parse(body, { format: 'xml' });
const status = (xml: string) => {
  const reply = parseXml(inner(`<result>success</result><data><status>${xml}</status></data>`));
  return reply.ok ? reply.value.said.status : reply.error;
};

test('the XML of the real server is read whole, however malformed', () => {
  expect(parseXml(fixture('in-call.xml'))).toEqual({
    ok: true,
    value: {
      printsWarnings: false,
      said: {
        status: 'IN CALL',
        family: 'in-call',
        label: '',
        inCallWith: '15550100123',
        callerId: '0015550190002',
        campaignId: 'CAMP001',
        campaignName: 'RETENCIÓN & "MÓVIL" <2>',
        callType: 'DIALER',
        leadId: '7890123',
        vendorLeadCode: '',
        confExten: '8600118',
        serverIp: '127.0.0.1',
        colour: 'green',
      },
    },
  });
});

test('a server that writes well-formed XML is read as well', () => {
  const body = String(fixture('in-call.xml'))
    .replaceAll('\\n', '\n')
    .replace(/\(|"|\)/g, '');
  expect(parseXml(body)).toMatchObject({ value: { printsWarnings: false, said: { status: 'IN CALL' } } });
});

test('warnings before the XML are passed over and noted', () => {
  expect(parseXml(`<br />\n<b>Warning</b>: {"result":"x"}<br />\n${fixture('in-call.xml')}`)).toMatchObject({
    value: { printsWarnings: true, said: { status: 'IN CALL' } },
  });
});

test.each([
  ['', '<result>success</result>'],
  ['', '<result>success</result><data></data>'],
  ['', '<result>success</result><data>0</data>'],
  ['', "<result>success</result><data>SELECT * FROM t WHERE user='ana'</data>"],
  ['', '<result>success</result><data><status></status></data>'],
  ['5', '<result>success</result><data><status></status><lead_id>5</lead_id></data>'],
])('a success without status is no live state (lead "%s")', (leadId, xml) => {
  expect(parseXml(inner(xml))).toEqual({
    ok: true,
    value: { said: { ...noLiveState, leadId }, printsWarnings: false },
  });
});

test.each([
  ['<![CDATA[A & B]]>', 'A & B'],
  ['<![CDATA[a]]>b&c]]>', 'a]]>b&c'],
  ['<![CDATA[]]> <b> ]]]>', ']]> <b> ]'],
  ['A &amp; B &lt;x&gt; &#039;y&#039;', "A & B <x> 'y'"],
  ['007', '007'],
  ['1e3', '1e3'],
  ['true', 'true'],
])('the status %s is the text %s', (xml, expected) => {
  expect(status(xml)).toBe(expected);
});

test.each<[string | Uint8Array, object]>([
  [fixture('refused.xml'), { kind: 'wrong-credentials' }],
  [inner('<code>41004</code><result>Invalid value in user.</result>'), { kind: 'unknown-agent' }],
  ['result=error;message=This API function only accepts XML or JSON value;', { kind: 'not-this-api' }],
  [fixture('web-interface'), { kind: 'html-page' }],
  ['', { kind: 'empty-answer' }],
  ['<?xml version="1.0"?><feed></feed>', { kind: 'unreadable' }],
  [fixture('in-call.xml').subarray(0, 60), { kind: 'unreadable' }],
])('asked for XML, %s is still understood', (body, problem) => {
  expect(parseXml(body)).toEqual({ ok: false, error: problem });
});

test('asked for XML, a server that answers in JSON is understood', () => {
  expect(parseXml(fixture('in-call'))).toEqual(parse(fixture('in-call')));
});

test.each([
  [
    'entities of its own making',
    `<goautodialapi><!DOCTYPE a [<!ENTITY x "${'y'.repeat(50)}">]><result>success</result><data><status>&x;</status></data></goautodialapi>`,
  ],
  [
    'names that mean something to JavaScript',
    inner('<result>success</result><__proto__><status>READY</status></__proto__>'),
  ],
  ['a thousand levels', inner('<a>'.repeat(1000))],
])('%s are refused', (_, body) => {
  expect(parseXml(body)).toEqual({ ok: false, error: { kind: 'unreadable' } });
});

test('entities declared before the root stay unexpanded', () => {
  const doctype = '<!DOCTYPE goautodialapi [<!ENTITY x "IN CALL">]>';
  const body = `<?xml version="1.0"?>${doctype}${inner('<result>success</result><data><status>&x;</status></data>')}`;
  expect(parseXml(body)).toMatchObject({ value: { said: { status: '&x;' } } });
});
