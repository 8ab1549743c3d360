import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentSecurityPolicy, createAppProtocol } from '../../../../src/main/page/protocol.ts';
import { makeTemporaryDirectory, type TemporaryDirectory } from '../../../fakes/temporary-directory.ts';

let directory: TemporaryDirectory;
let answer: ReturnType<typeof createAppProtocol>;

beforeAll(async () => {
  directory = await makeTemporaryDirectory();
  const folder = directory.path;
  await mkdir(join(folder, 'renderer', 'assets'), { recursive: true });
  await writeFile(join(folder, 'renderer', 'index.html'), '<title>Croco Tray</title>');
  await writeFile(join(folder, 'renderer', 'assets', 'a.js'), 'let a;');
  await writeFile(join(folder, 'renderer', 'notes.txt'), 'not a page file');
  await writeFile(join(folder, 'secret.html'), 'outside');
  answer = createAppProtocol(join(folder, 'renderer'));
});
afterAll(() => directory[Symbol.asyncDispose]());

describe('the app protocol', () => {
  it('serves the page with its policy', async () => {
    const response = await answer(new Request('app://bundle/index.html'));
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('Croco Tray');
    expect(response.headers.get('content-security-policy')).toBe(contentSecurityPolicy);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
  });

  it('serves scripts as scripts', async () => {
    const response = await answer(new Request('app://bundle/assets/a.js'));
    expect(response.headers.get('content-type')).toContain('javascript');
  });

  it.each([
    'app://bundle/../secret.html',
    'app://bundle/%2e%2e/secret.html',
    'app://bundle/..%2fsecret.html',
    'app://bundle/assets/..%2f..%2fsecret.html',
    'app://bundle/%00',
    'app://bundle/%zz',
    'app://bundle/notes.txt',
    'app://bundle/',
    'app://elsewhere/index.html',
    'https://bundle/index.html',
  ])('refuses %s', async (url) => {
    expect((await answer(new Request(url))).status).toBe(404);
  });

  it('refuses anything but GET', async () => {
    expect((await answer(new Request('app://bundle/index.html', { method: 'POST' }))).status).toBe(404);
  });

  it('lets the page connect to nowhere', () => {
    expect(contentSecurityPolicy).toContain("default-src 'none'");
    expect(contentSecurityPolicy).toContain("connect-src 'none'");
    expect(contentSecurityPolicy).not.toMatch(/unsafe|\*|https?:/);
  });
});
