import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { bodyOf, inFlight, live, refused, send, start, usersPath } from '../fakes/scripted-dialler.ts';

describe('a fault', () => {
  it('can be an error page of a proxy', async () => {
    const simulator = await start();
    simulator.faults.inject({ kind: 'status', status: 429, retryAfter: '7' }, { times: 1 });
    const { status, headers, body } = await send(simulator, { body: live });
    expect([status, headers['retry-after']]).toEqual([429, '7']);
    expect(body).toContain('<h1>429 Too Many Requests</h1>');
    expect((await send(simulator, { body: live })).status).toBe(200);
  });

  it('can be a proxy that wants a login', async () => {
    const simulator = await start();
    simulator.faults.inject({ kind: 'status', status: 407 });
    const { status, headers } = await send(simulator, { body: live });
    expect([status, headers['proxy-authenticate']]).toEqual([407, 'Basic realm="proxy"']);
  });

  it('can be a page of HTML, or any other body', async () => {
    const simulator = await start();
    simulator.faults.inject({ kind: 'html' }, { times: 1 });
    expect(await bodyOf(simulator, { body: live })).toMatch(/^<!DOCTYPE html>/);
    simulator.faults.inject({ kind: 'body', body: '{"result":"fail"}' }, { times: 1 });
    expect(await bodyOf(simulator, { body: live })).toBe('{"result":"fail"}');
  });

  it('can be nothing at all, or half of it', async () => {
    const simulator = await start();
    const whole = await bodyOf(simulator, { body: live });
    simulator.faults.inject({ kind: 'empty' }, { times: 1 });
    expect(await bodyOf(simulator, { body: live })).toBe('');
    simulator.faults.inject({ kind: 'truncated' }, { times: 1 });
    expect(await bodyOf(simulator, { body: live })).toBe(whole.slice(0, Math.floor(whole.length / 2)));
  });

  it('can be wrong credentials, in the format asked for', async () => {
    const simulator = await start();
    simulator.faults.inject({ kind: 'bad-credentials' });
    expect(await bodyOf(simulator, { body: live })).toBe(refused);
    expect(await bodyOf(simulator, { body: { ...live, responsetype: 'xml' } })).toContain(
      '<message>Invalid Username/Password</message>',
    );
  });

  it('can be warnings, or XML where JSON was asked for', async () => {
    const simulator = await start();
    simulator.faults.inject({ kind: 'warnings' }, { times: 1 });
    expect(await bodyOf(simulator, { body: live })).toMatch(/^<br \/>\n<b>Warning<\/b>/);
    simulator.faults.inject({ kind: 'format-ignored' }, { times: 1 });
    expect(await bodyOf(simulator, { body: live })).toMatch(/^<\?xml .*\\n<goautodialapi/);
  });

  it('can be more bytes than anybody wants', async () => {
    const simulator = await start();
    simulator.faults.inject({ kind: 'huge', bytes: 3_000_000 });
    const { bytes } = await send(simulator, { body: live });
    expect(bytes.length).toBe('{"result":"success","data":""}'.length + 3_000_000);
  });

  it('can be compression', async () => {
    const simulator = await start();
    const whole = await bodyOf(simulator, { body: live });
    simulator.faults.inject({ kind: 'gzip' });
    const { headers, bytes } = await send(simulator, { body: live });
    expect(headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(bytes).toString()).toBe(whole);
  });

  it('can send elsewhere, or round in circles', async () => {
    const simulator = await start();
    simulator.faults.inject({ kind: 'redirect', location: 'http://other.test/', status: 307 }, { times: 1 });
    const away = await send(simulator, { body: live });
    expect([away.status, away.headers.location]).toEqual([307, 'http://other.test/']);
    simulator.faults.inject({ kind: 'redirect-loop' });
    const loop = await send(simulator, { body: live });
    expect([loop.status, loop.headers.location]).toEqual([302, usersPath]);
  });

  it.each(['before-headers', 'mid-body'] as const)('can be a connection reset %s', async (when) => {
    const simulator = await start();
    simulator.faults.inject({ kind: 'reset', when });
    await expect(send(simulator, { body: live })).rejects.toThrow();
  });

  it('can come byte by byte, and whole in the end', async () => {
    const simulator = await start();
    const whole = await bodyOf(simulator, { body: live });
    simulator.faults.inject({ kind: 'drip', intervalMs: 1 });
    expect(await bodyOf(simulator, { body: live })).toBe(whole);
  });

  it('can be a wait, which tells what was when it was asked', async () => {
    const simulator = await start();
    simulator.faults.inject({ kind: 'latency', ms: 200 }, { times: 1 });
    const slow = bodyOf(simulator, { body: live });
    await inFlight(simulator, 1);
    simulator.floor.set('ana.ruiz', { status: 'READY' });
    expect(await bodyOf(simulator, { body: live })).toContain('"READY"');
    expect(await slow).toContain('"IN CALL"');
  });

  it('can befall one agent only', async () => {
    const simulator = await start();
    simulator.floor.add('luis.pena');
    simulator.faults.inject({ kind: 'html' }, { agentUser: 'luis.pena' });
    expect(await bodyOf(simulator, { body: live })).toContain('"success"');
    expect(await bodyOf(simulator, { body: { ...live, user: 'luis.pena' } })).toContain('<!DOCTYPE');
  });
});
