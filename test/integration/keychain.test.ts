import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DesktopSession, makeHome, startKeyring, startSessionBus } from '../fakes/keyring-session.ts';
import { makeTemporaryDirectory } from '../fakes/temporary-directory.ts';

const run = promisify(execFile);
const script = join(import.meta.dirname, '../fixtures/use-secrets.ts');
const account = 'api@acme.croco-dial.net';
const service = 'Croco Tray test';

async function callSecrets(env: NodeJS.ProcessEnv, ...words: string[]): Promise<unknown> {
  const { stdout } = await run(process.execPath, [script, service, ...words], { env });
  return JSON.parse(stdout);
}

/** What another program finds in the keyring; empty when there is nothing. */
async function lookUp(env: NodeJS.ProcessEnv): Promise<string> {
  const question = ['lookup', 'service', service, 'account', account];
  const found = await run('secret-tool', question, { env }).catch(() => ({ stdout: '' }));
  return found.stdout;
}

/** The names of all entries of ours, the probe's too if one was left. */
async function listEntries(env: NodeJS.ProcessEnv): Promise<string[]> {
  const { stdout, stderr } = await run('secret-tool', ['search', '--all', 'service', service], { env });
  return [...`${stdout}${stderr}`.matchAll(/^attribute\.account = (.*)$/gm)].map(([, name]) => name ?? '');
}

describe.runIf(process.platform === 'linux')('a real Secret Service', () => {
  let session: DesktopSession;

  beforeAll(async () => {
    session = await startKeyring();
  });

  afterAll(() => session.stop());

  it('keeps a password for the next run, where other programs see it too', async () => {
    expect(await callSecrets(session.env, 'get', account, 'set', `${account}=hunter2 ñ"`)).toEqual([
      null,
      { kind: 'keychain' },
    ]);
    expect(await lookUp(session.env)).toBe('hunter2 ñ"');
    expect(await listEntries(session.env)).toEqual([account]);
    expect(await callSecrets(session.env, 'get', account)).toEqual(['hunter2 ñ"']);
  });

  it('replaces and deletes it', async () => {
    await callSecrets(session.env, 'set', `${account}=older`);
    await callSecrets(session.env, 'set', `${account}=newer`);
    expect(await lookUp(session.env)).toBe('newer');
    expect(await callSecrets(session.env, 'delete', account, 'get', account)).toEqual([true, null]);
    expect(await lookUp(session.env)).toBe('');
    expect(await listEntries(session.env)).toEqual([]);
  });

  it('is never given what keytar would not take', async () => {
    expect(await callSecrets(session.env, 'set', `${account}=`)).toEqual([
      { kind: 'session', reason: 'refused' },
    ]);
    expect(await listEntries(session.env)).toEqual([]);
  });
});

describe.runIf(process.platform === 'linux')('without a usable Secret Service', () => {
  const inMemory = (reason: 'missing' | 'refused') => [null, { kind: 'session', reason }, 'hunter2'];
  const questions = ['get', account, 'set', `${account}=hunter2`, 'get', account];

  it('a session without D-Bus has no keychain, and keeps the password for this run', async () => {
    await using directory = await makeTemporaryDirectory();
    const env = await makeHome(directory.path);
    expect(await callSecrets(env, ...questions)).toEqual(inMemory('missing'));
    expect(await callSecrets(env, 'get', account)).toEqual([null]);
  });

  it('a keyring that was never set up keeps the password for this run', async () => {
    const session = await startSessionBus();
    try {
      expect(await callSecrets(session.env, ...questions)).toEqual(inMemory('refused'));
      expect(await callSecrets(session.env, 'get', account)).toEqual([null]);
    } finally {
      await session.stop();
    }
  });
});
