import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { electronSupport } from '../../build/electron-support.ts';
import { isElectronOnly, readChecklist } from '../hardening/checklist.ts';

const root = join(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');

describe('Electron’s list in SECURITY.md', () => {
  const checklist = readChecklist();

  it('has all twenty items, each with a place and a test that runs here', () => {
    expect(checklist.map(({ number }) => number)).toEqual(
      Array.from({ length: 20 }, (_, index) => index + 1),
    );
    expect(checklist.filter(({ places }) => places.length === 0)).toEqual([]);
    const withoutTest = checklist.filter(({ proofs }) => proofs.every(isElectronOnly));
    expect(withoutTest.map(({ name }) => name)).toEqual([]);
  });

  it.each(checklist)(
    '$number. $name: its files are there, and its tests by these titles',
    ({ places, proofs }) => {
      expect(places.filter((place) => !existsSync(join(root, place)))).toEqual([]);
      for (const { file, title } of proofs) {
        expect(existsSync(join(root, file)), file).toBe(true);
        expect(read(file)).toContain(title);
      }
    },
  );
});

describe('the code that ships', () => {
  const texts = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /^(?:main|preload|renderer|shared)\/.*\.(?:tsx?|html)$/.test(file))
    .map((file) => [file, read(`src/${file}`)] as const);

  it.each([
    ['reports of crashes, which carry memory', /crashReporter/],
    ['insecure content', /allowRunningInsecureContent|webSecurity/],
    ['experiments', /experimentalFeatures|enableBlinkFeatures|no-sandbox/],
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

  it('is told apart by that day', () => {
    expect(electronSupport('44.0.0', new Date('2027-03-02T23:00:00Z')).isSupported).toBe(true);
    expect(electronSupport('44.9.9', new Date('2027-03-03T00:00:00Z')).isSupported).toBe(false);
    expect(electronSupport('30.0.0', new Date('2026-01-01'))).toEqual({
      version: '30.0.0',
      until: null,
      isSupported: false,
    });
  });

  it('is renewed by a bot that looks every week', () => {
    const text = read('.github/dependabot.yml');
    expect(text).toMatch(/package-ecosystem: npm\n\s+directory: \/\n\s+schedule:\n\s+interval: weekly/);
    expect(text).toMatch(/electron:\n\s+patterns: \[electron\]/);
  });
});
