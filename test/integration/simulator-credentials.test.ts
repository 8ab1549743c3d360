import { describe, expect, it } from 'vitest';
import { bodyOf, live, refused, send, start } from '../fakes/scripted-dialler.ts';

describe('credentials', () => {
  it.each<[string, Record<string, string>]>([
    ['a wrong password', { ...live, goPass: 'wrong' }],
    ['a wrong user', { ...live, goUser: 'nobody' }],
    ['no password', { ...live, goPass: '' }],
    ['none at all', { goAction: 'getLiveAgentInfo', responsetype: 'json' }],
    ['a password of another case', { ...live, goPass: 'secret1' }],
  ])('are refused with HTTP 200 for %s', async (_what, body) => {
    const answer = await send(await start(), { body });
    expect([answer.status, answer.body]).toEqual([200, refused]);
  });

  it('lose quotes, backslashes, semicolons and spaces on the way', async () => {
    expect(await bodyOf(await start(), { body: { ...live, goPass: `Sec'r"e\\t; 1` } })).toContain(
      '"success"',
    );
  });

  it('can never match a stored password that has such characters', async () => {
    const simulator = await start({ password: 'two words' });
    expect(await bodyOf(simulator, { body: { ...live, goPass: 'two words' } })).toBe(refused);
    expect(await bodyOf(simulator, { body: { ...live, goPass: 'twowords' } })).toBe(refused);
  });

  it('of 21 characters fail only where passwords are hashed', async () => {
    const long = 'abcdefghijklmnopqrstu';
    const body = { ...live, goPass: long };
    expect(await bodyOf(await start({ password: long }), { body })).toContain('"success"');
    expect(await bodyOf(await start({ password: long, hashesPasswords: true }), { body })).toBe(refused);
    const short = { password: long.slice(1), hashesPasswords: true };
    expect(await bodyOf(await start(short), { body: { ...live, goPass: long.slice(1) } })).toContain(
      '"success"',
    );
  });

  it('change while running', async () => {
    const simulator = await start();
    simulator.setPassword('Other2');
    expect(await bodyOf(simulator, { body: live })).toBe(refused);
    expect(await bodyOf(simulator, { body: { ...live, goPass: 'Other2' } })).toContain('"success"');
  });

  it('are not read from a JSON body, which is answered as a login failure in XML', async () => {
    const sent = { body: JSON.stringify(live), contentType: 'application/json' };
    expect(await bodyOf(await start(), sent)).toBe(
      '<?xml version="1.0" encoding="UTF-8"?>\\n<goautodialapi version="4.0">(\\n<action>" "</action>\\n" )' +
        '<result>error</result>\n<message>Invalid Username/Password</message>\n</goautodialapi>\n',
    );
  });

  it('are asked of OPTIONS like of any other method', async () => {
    const { status, body } = await send(await start(), { method: 'OPTIONS' });
    expect(status).toBe(200);
    expect(body).toContain('<message>Invalid Username/Password</message>');
  });

  it('of a low-level user know no permission', async () => {
    const simulator = await start({ isLowLevel: true });
    const denied = '{"code":"10001","result":"Error: You do not have permission to view this page "}';
    expect(await bodyOf(simulator, { body: live })).toBe(denied);
    simulator.behave({ isLowLevel: false });
    expect(await bodyOf(simulator, { body: live })).toContain('"success"');
  });

  it('do not do where a session user is wanted', async () => {
    const simulator = await start({ wantsSessionUser: true });
    expect(await bodyOf(simulator, { body: live })).toBe('{"result":"Error: Session User Not Defined."}');
    expect(await bodyOf(simulator, { body: { ...live, session_user: 'x' } })).toContain('"success"');
  });
});
