import { describe, expect, it } from 'vitest';
import { offlineShapes } from '../../src/simulator/offline-shapes.ts';
import { brokenByte } from '../../src/simulator/php.ts';
import {
  bodyOf,
  credentials,
  dashboardPath,
  live,
  type Sent,
  send,
  start,
} from '../fakes/scripted-dialler.ts';

describe('a live agent', () => {
  const asJson =
    '{"result":"success","data":{"status":"IN CALL","color":"green","in_call_with":"15550100123",' +
    '"campaign_id":"CAMP001","campaign_name":"RETENCI\\u00d3N\\/M\\u00d3VIL","call_type":"DIALER",' +
    '"caller_id":"15550190002","conf_exten":"8600118","server_ip":"127.0.0.1",' +
    '"vendor_lead_code":"abc123-xyz456","lead_id":7890123}}';

  it('is told by POST in PHP-escaped JSON with the headers PHP sends', async () => {
    const { status, headers, body } = await send(await start(), { body: live });
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('text/html; charset=UTF-8');
    expect(headers['access-control-allow-origin']).toBe('*');
    expect(body).toBe(asJson);
  });

  it('is told the same by GET', async () => {
    expect(await bodyOf(await start(), { query: live })).toBe(asJson);
  });

  it('is found whatever the case', async () => {
    expect(await bodyOf(await start(), { body: { ...live, user: 'Ana.RUIZ' } })).toBe(asJson);
  });

  it('is told in the malformed XML of the real server', async () => {
    const simulator = await start();
    simulator.floor.set('ana.ruiz', { status: 'IN CALL', campaign_name: 'CARE & BILLING', lead_id: 7 });
    const { headers, body } = await send(simulator, { body: { ...live, responsetype: 'xml' } });
    expect(headers['content-type']).toBe('text/html; charset=UTF-8');
    expect(body).toBe(
      '<?xml version="1.0" encoding="UTF-8"?>\\n<goautodialapi version="4.0">(\\n' +
        '<action>"getLiveAgentInfo "</action>\\n" )<result>success</result>\n<data>\n<status>IN CALL</status>\n' +
        '<color>green</color>\n<in_call_with></in_call_with>\n<campaign_id></campaign_id>\n' +
        '<campaign_name><![CDATA[CARE & BILLING]]></campaign_name>\n<call_type></call_type>\n' +
        '<caller_id></caller_id>\n<conf_exten>8600118</conf_exten>\n<server_ip>127.0.0.1</server_ip>\n' +
        '<vendor_lead_code></vendor_lead_code>\n<lead_id>7</lead_id>\n</data>\n</goautodialapi>\n',
    );
  });

  it('gives an empty body when a name is not UTF-8', async () => {
    const simulator = await start();
    simulator.floor.add('mu.oz', { name: `Mu${brokenByte}oz` });
    simulator.floor.set('mu.oz', { status: 'READY' });
    const { status, bytes } = await send(simulator, { body: { ...live, user: 'mu.oz' } });
    expect([status, bytes.length]).toEqual([200, 0]);
    expect(await bodyOf(simulator, { body: live })).toBe(asJson);
  });
});

describe('the format', () => {
  it.each([
    ['missing', {}],
    ['empty', { responsetype: '' }],
    ['xml', { responsetype: 'xml' }],
  ])('is XML when responsetype is %s', async (_what, given) => {
    const body = await bodyOf(await start(), {
      body: { ...credentials, goAction: 'getLiveAgentInfo', ...given },
    });
    expect(body).toMatch(
      /^<\?xml version="1\.0" encoding="UTF-8"\?>\\n<goautodialapi version="4\.0">\(\\n<action>"/,
    );
    expect(body).toContain(
      '<code>40001</code>\n<message>Error: Missing required parameters</message>\n</goautodialapi>',
    );
  });

  it.each(['JSON', 'Xml', 'yaml'])(
    '%s is not known, and that is said in plain text',
    async (responsetype) => {
      const { status, body } = await send(await start(), { body: { ...live, responsetype } });
      expect(status).toBe(200);
      expect(body).toBe(
        'result=error;message=This API function only accepts XML or JSON value on responsetype;',
      );
    },
  );
});

describe('what is sent twice', () => {
  it.each<[string, Sent, RegExp]>([
    ['goAction: the query wins', { query: { goAction: 'nope' }, body: live }, /Command Not Found/],
    ['responsetype: the query wins', { query: { responsetype: 'xml' }, body: live }, /^<\?xml/],
    ['responsetype: even an empty query wins', { query: { responsetype: '' }, body: live }, /^<\?xml/],
    ['goPass: a good body wins', { query: { goPass: 'wrong' }, body: live }, /"success"/],
    ['goPass: a bad body wins', { query: live, body: { goPass: 'wrong' } }, /Invalid Username/],
    ['goUser: a bad body wins', { query: live, body: { goUser: 'nobody' } }, /Invalid Username/],
    ['log_pass replaces goPass', { body: { ...live, log_pass: 'wrong' } }, /Invalid Username/],
    ['twice in one place: the last counts', { body: `${new URLSearchParams(live)}&goPass=x` }, /Invalid/],
  ])('%s', async (_what, sent, expected) => {
    expect(await bodyOf(await start(), sent)).toMatch(expected);
  });
});

describe('a request that asks for the wrong thing', () => {
  it.each<[string, Sent, string]>([
    [
      'no user',
      { body: { ...live, user: '' } },
      '{"code":"40001","message":"Error: Missing required parameters"}',
    ],
    [
      'an unknown agent',
      { body: { ...live, user: 'nobody' } },
      `{"code":"41004","result":"Invalid value in user. Doesn't exist"}`,
    ],
    [
      'an action in another case',
      { body: { ...live, goAction: 'getliveagentinfo' } },
      '{"result":"error","message":"Command Not Found"}',
    ],
    [
      'an action of another folder',
      { path: dashboardPath, body: live },
      '{"result":"error","message":"Command Not Found"}',
    ],
  ])('%s', async (_what, sent, expected) => {
    const answer = await send(await start(), sent);
    expect([answer.status, answer.body]).toEqual([200, expected]);
  });

  it.each(['/', '/goAPIv2/goUsers/', '/goapiv2/goUsers/goAPI.php', '//'])(
    'the path %s shows the web interface with HTTP 200',
    async (path) => {
      const { status, headers, body } = await send(await start(), { path, body: live });
      expect(status).toBe(200);
      expect(headers['content-type']).toBe('text/html; charset=UTF-8');
      expect(body).toMatch(/^<!DOCTYPE html>/);
    },
  );
});

describe('a logged-out agent', () => {
  it('has null for data unless told otherwise', async () => {
    const simulator = await start();
    simulator.floor.set('ana.ruiz', null);
    expect(await bodyOf(simulator, { body: live })).toBe('{"result":"success","data":null}');
    expect(await bodyOf(simulator, { body: { ...live, responsetype: 'xml' } })).toContain(
      '<result>success</result>\n<data></data>\n</goautodialapi>',
    );
  });

  it.each([
    ['empty-array', '{"result":"success","data":[]}'],
    ['empty-object', '{"result":"success","data":{}}'],
    ['false', '{"result":"success","data":false}'],
    ['empty-text', '{"result":"success","data":""}'],
    ['zero', '{"result":"success","data":0}'],
    ['missing', '{"result":"success"}'],
  ] as const)('can be %s', async (offlineAs, expected) => {
    const simulator = await start({ offlineAs });
    simulator.floor.set('ana.ruiz', null);
    expect(await bodyOf(simulator, { body: live })).toBe(expected);
  });

  it.each(offlineShapes)('is a success with no live status as %s', async (offlineAs) => {
    const simulator = await start({ offlineAs });
    simulator.floor.set('ana.ruiz', null);
    const body = await bodyOf(simulator, { body: live });
    expect(JSON.parse(body)).toMatchObject({ result: 'success' });
    expect(body).not.toMatch(/"status":"(?!LOGGED OUT)[^"]/);
  });
});

describe('warnings', () => {
  it('stand before the JSON where errors are displayed', async () => {
    const body = await bodyOf(await start({ printsWarnings: true }), { body: live });
    expect(body).toMatch(/^<br \/>\n<b>Warning<\/b>: {2}.+<br \/>\n\{"result":"success","data":\{/);
  });
});
