import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { electronSupport } from '../../build/electron-support.ts';
import { onElectronOnly, readEvidence } from '../hardening/evidence.ts';

const root = join(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');

describe('the tables of docs/evidence.md', () => {
  const claims = readEvidence(root);

  it('name for every claim where it is done, and a test that runs here', () => {
    const bare = claims.filter(
      ({ places, tests }) => places.length === 0 || tests.every((file) => file === onElectronOnly),
    );
    expect(bare).toEqual([]);
  });

  it('have all twenty items of Electron’s list', () => {
    const numbers = claims.flatMap(({ text }) => (/^\d+\. /.test(text) ? [Number.parseInt(text, 10)] : []));
    expect(numbers).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
  });
});

describe('the code that ships', () => {
  const texts = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /^(?:main|preload|renderer|shared)\/.*\.(?:tsx?|html)$/.test(file))
    .map((file) => [file, read(`src/${file}`)] as const);

  it.each([
    ['reports of crashes, which carry memory', /crashReporter/],
    ['insecure content', /allowRunningInsecureContent|webSecurity/],
    ['experiments', /experimentalFeatures|enableBlinkFeatures/],
    [
      'a way out of the sandbox but the one it is started with',
      /(?<!hasSwitch\(')no-sandbox|ELECTRON_DISABLE_SANDBOX/,
    ],
    ['webviews', /<webview|allowpopups/i],
    ['Node in the page', /nodeIntegration: true|contextIsolation: false|nodeIntegrationIn/],
    ['a way around certificates', /setCertificateVerifyProc|certificate-error|rejectUnauthorized|NODE_TLS_/],
    ['pages from files', /loadFile\(|file:\/\//],
    ['scripts made of text', /\beval\(|new Function\(|executeJavaScript|dangerouslySetInnerHTML|innerHTML/],
    ['stores in the page', /localStorage|sessionStorage|indexedDB|document\.cookie/],
  ])('has no %s', (_what, pattern) => {
    expect(texts.length).toBeGreaterThan(200);
    expect(texts.filter(([, text]) => pattern.test(text)).map(([file]) => file)).toEqual([]);
  });
});

describe('Electron', () => {
  const { devDependencies } = z
    .object({ devDependencies: z.object({ electron: z.string() }) })
    .parse(JSON.parse(read('package.json')));

  it('is pinned to one version, of a major whose last day is known', () => {
    expect(devDependencies.electron).toMatch(/^\d+\.\d+\.\d+$/);
    expect(electronSupport(devDependencies.electron, new Date()).until).not.toBeNull();
  });

  it('is renewed by a bot that looks every week', () => {
    const text = read('.github/dependabot.yml');
    expect(text).toMatch(/package-ecosystem: npm\n\s+directory: \/\n\s+schedule:\n\s+interval: weekly/);
    expect(text).toMatch(/electron:\n\s+patterns: \[electron\]/);
  });
});
