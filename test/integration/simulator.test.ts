import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import { createFloor } from '../../src/simulator/floor.ts';
import {
  bodyOf,
  credentials,
  dashboardPath,
  inFlight,
  live,
  refused,
  type Sent,
  send,
  start,
} from '../fakes/scripted-dialler.ts';

/** What a client makes of these answers is in `dialler-client.test.ts` and `faults/`. */
describe('a live agent', () => {
  const asJson =
    '{"result":"success","data":{"status":"IN CALL","color":"green","in_call_with":"15550100123",' +
    '"campaign_id":"CAMP001","campaign_name":"RETENCI\\u00d3N\\/M\\u00d3VIL","call_type":"DIALER",' +
    '"caller_id":"15550190002","conf_exten":"8600118","server_ip":"127.0.0.1",' +
    '"vendor_lead_code":"abc123-xyz456","lead_id":7890123}}';

  it('is told in PHP-escaped JSON with the headers PHP sends, by POST and GET, whatever the case', async () => {
    const simulator = await start();
    const answer = await send(simulator, { body: live });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('text/html; charset=UTF-8');
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    expect(await answer.text()).toBe(asJson);
    expect(await bodyOf(simulator, { query: live })).toBe(asJson);
    expect(await bodyOf(simulator, { body: { ...live, user: 'Ana.RUIZ' } })).toBe(asJson);
  });

  it.each([{ responsetype: 'xml' }, { responsetype: '' }])(
    'is told in the malformed XML of the real server by %j',
    async (format) => {
      const simulator = await start();
      simulator.floor.set('ana.ruiz', { status: 'IN CALL', campaign_name: 'CARE & BILLING', lead_id: 7 });
      expect(await bodyOf(simulator, { body: { ...live, ...format } })).toBe(
        '<?xml version="1.0" encoding="UTF-8"?>\\n<goautodialapi version="4.0">(\\n' +
          '<action>"getLiveAgentInfo "</action>\\n" )<result>success</result>\n<data>\n' +
          '<status>IN CALL</status>\n<color>green</color>\n<in_call_with></in_call_with>\n' +
          '<campaign_id></campaign_id>\n<campaign_name><![CDATA[CARE & BILLING]]></campaign_name>\n' +
          '<call_type></call_type>\n<caller_id></caller_id>\n<conf_exten>8600118</conf_exten>\n' +
          '<server_ip>127.0.0.1</server_ip>\n<vendor_lead_code></vendor_lead_code>\n' +
          '<lead_id>7</lead_id>\n</data>\n</goautodialapi>\n',
      );
    },
  );

  it.each([
    ['null', '{"result":"success","data":null}'],
    ['empty-array', '{"result":"success","data":[]}'],
    ['empty-object', '{"result":"success","data":{}}'],
    ['false', '{"result":"success","data":false}'],
    ['empty-text', '{"result":"success","data":""}'],
    ['zero', '{"result":"success","data":0}'],
    ['missing', '{"result":"success"}'],
  ] as const)('who logs out can be %s', async (offlineAs, expected) => {
    const simulator = await start({ offlineAs });
    simulator.floor.set('ana.ruiz', null);
    expect(await bodyOf(simulator, { body: live })).toBe(expected);
  });
});

describe('a request', () => {
  it.each<[string, Sent, RegExp]>([
    ['goAction twice: the query wins', { query: { goAction: 'nope' }, body: live }, /Command Not Found/],
    ['responsetype twice: the query wins', { query: { responsetype: 'xml' }, body: live }, /^<\?xml/],
    ['responsetype twice: even an empty one', { query: { responsetype: '' }, body: live }, /^<\?xml/],
    ['goPass twice: a good body wins', { query: { goPass: 'wrong' }, body: live }, /"success"/],
    ['goPass twice: a bad body wins', { query: live, body: { goPass: 'wrong' } }, /Invalid Username/],
    ['goUser twice: a bad body wins', { query: live, body: { goUser: 'nobody' } }, /Invalid Username/],
    ['log_pass replaces goPass', { body: { ...live, log_pass: 'wrong' } }, /Invalid Username/],
    ['twice in one place: the last', { body: `${new URLSearchParams(live)}&goPass=x` }, /Invalid/],
    ['no user', { body: { ...live, user: '' } }, /^\{"code":"40001","message":"Error: Missing required/],
    ['an unknown agent', { body: { ...live, user: 'nobody' } }, /^\{"code":"41004","result":"Invalid value/],
    ['another case', { body: { ...live, goAction: 'getliveagentinfo' } }, /"Command Not Found"/],
    ['another folder', { path: dashboardPath, body: live }, /"Command Not Found"/],
    ['a format nobody knows', { body: { ...live, responsetype: 'JSON' } }, /^result=error;message=This API/],
    ['another path', { path: '/goAPIv2/goUsers/', body: live }, /^<!DOCTYPE html>/],
    ['a path of another case', { path: '/goapiv2/goUsers/goAPI.php', body: live }, /^<!DOCTYPE html>/],
  ])('%s', async (_what, sent, expected) => {
    const answer = await send(await start(), sent);
    expect(answer.status).toBe(200);
    expect(await answer.text()).toMatch(expected);
  });
});

describe('credentials', () => {
  it.each<[string, Record<string, string>]>([
    ['a wrong password', { ...live, goPass: 'wrong' }],
    ['a wrong user', { ...live, goUser: 'nobody' }],
    ['none at all', { goAction: 'getLiveAgentInfo', responsetype: 'json' }],
    ['a password of another case', { ...live, goPass: 'secret1' }],
  ])('are refused with HTTP 200 for %s', async (_what, body) => {
    const answer = await send(await start(), { body });
    expect([answer.status, await answer.text()]).toEqual([200, refused]);
  });

  it('lose quotes, backslashes, semicolons and spaces on the way, so that a stored one with such never matches', async () => {
    const sent = { body: { ...live, goPass: `Sec'r"e\\t; 1` } };
    expect(await bodyOf(await start(), sent)).toContain('"success"');
    expect(await bodyOf(await start({ password: sent.body.goPass }), sent)).toBe(refused);
  });

  it('of 21 characters fail only where passwords are hashed', async () => {
    const long = 'abcdefghijklmnopqrstu';
    const answerTo = async (password: string, hashesPasswords: boolean) =>
      bodyOf(await start({ password, hashesPasswords }), { body: { ...live, goPass: password } });
    expect(await answerTo(long, false)).toContain('"success"');
    expect(await answerTo(long, true)).toBe(refused);
    expect(await answerTo(long.slice(1), true)).toContain('"success"');
  });

  it.each<[string, Sent]>([
    ['a JSON body', { body: JSON.stringify(live), contentType: 'application/json' }],
    ['OPTIONS', { method: 'OPTIONS' }],
  ])('are not found in %s, which is answered as a login failure in XML', async (_what, sent) => {
    expect(await bodyOf(await start(), sent)).toBe(
      '<?xml version="1.0" encoding="UTF-8"?>\\n<goautodialapi version="4.0">(\\n<action>" "</action>\\n" )' +
        '<result>error</result>\n<message>Invalid Username/Password</message>\n</goautodialapi>\n',
    );
  });
});

describe('the simulator', () => {
  it('counts the floor as getAgentStatus does', async () => {
    const simulator = await start();
    const states = ['READY', 'QUEUE', 'PARK', 'DEAD', 'DISPOSITION', 'PAUSE - BREAK', 'PAUSE - LUNCH BREAK'];
    for (const [index, status] of states.entries()) simulator.floor.set(`agent${index}`, { status });
    simulator.floor.add('gone');
    simulator.floor.add('left', { isActive: false });
    const body = { ...credentials, goAction: 'getAgentStatus', responsetype: 'json' };
    expect(await bodyOf(simulator, { path: dashboardPath, body })).toBe(
      '{"result":"success","data":{"total_live_agents":8,"paused_agents":3,"ready_agents":1,' +
        '"incall_agents":4,"offline_agents":1,"total_active_agents":9}}',
    );
  });

  it('moves its floor at its speed from the instant it starts', async () => {
    const floor = createFloor({ seed: 4, agentCount: 3, startWallMs: 5000 });
    const simulator = await start({ floor, speed: 1_000_000 });
    const earlier = simulator.floorMs();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(earlier).toBeGreaterThanOrEqual(5000);
    // Twenty real milliseconds are hours to this floor; half of that leaves room for a coarse timer.
    expect(simulator.floorMs() - earlier).toBeGreaterThan(10_000_000);
  });

  it('answers late with what was so when it was asked', async () => {
    const simulator = await start();
    simulator.faults.inject({ kind: 'latency', ms: 200 }, { times: 1 });
    const slow = bodyOf(simulator, { body: live });
    await inFlight(simulator, 1);
    simulator.floor.set('ana.ruiz', { status: 'READY' });
    expect(await bodyOf(simulator, { body: live })).toContain('"READY"');
    expect(await slow).toContain('"IN CALL"');
  });

  it('measures requests under way, and stops at once with hung, waiting and silent connections', async () => {
    const simulator = await start();
    simulator.faults.inject({ kind: 'hang' }, { times: 2 });
    simulator.faults.inject({ kind: 'latency', ms: 3_600_000 }, { agentUser: 'late' });
    const silent = connect(simulator.port, '127.0.0.1');
    const gone = new Promise<void>((resolve) => silent.once('close', () => resolve()));
    silent.on('error', () => {});
    const asked = Promise.allSettled(
      [live, live, { ...live, user: 'late' }].map((body) => send(simulator, { body })),
    );
    await inFlight(simulator, 3);
    await simulator.stop();
    await gone;
    expect((await asked).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    const { maxInFlight, perAgentInFlightMax, inFlight: left } = simulator.requests;
    expect([maxInFlight, perAgentInFlightMax, left]).toEqual([3, 2, 0]);
  });
});
