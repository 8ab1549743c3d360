import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { createCrm } from '../../../../src/main/alerts/crm.ts';
import { argumentsOf } from '../../../../src/main/page/arguments.ts';
import { createAppStore } from '../../../../src/main/state/store.ts';
import { crmProblem } from '../../../../src/shared/crm-link.ts';
import { defaultSettings } from '../../../../src/shared/settings.ts';
import { aCall, anAgent } from '../../../fakes/builders.ts';

const root = join(import.meta.dirname, '../../../..');

/** What the system's browser is handed for a template and a lead ID of the dialler's; nothing when refused. */
async function openedBy(crmTemplate: string, leadId = '77'): Promise<readonly string[]> {
  const openExternal = vi.fn(async (_url: string) => undefined);
  const agents = new Map([['ana', anAgent('ana', aCall(leadId))]]);
  const store = createAppStore({ agents, settings: { ...defaultSettings, crmTemplate } });
  await createCrm({ store, openExternal })('ana');
  return openExternal.mock.calls.map(([url]) => url);
}

const schemes = [
  'javascript:',
  'JaVaScRiPt:',
  'java\tscript:',
  'vbscript:',
  'data:text/html,',
  'blob:https://crm.example/',
  'filesystem:https://crm.example/',
  'view-source:https://crm.example/',
  'file:',
  'file:///',
  'file://host/share/',
  'smb://host/share/',
  '\\\\host\\share\\',
  '//host/share/',
  'ms-msdt:/id PCWDiagnostic /skip force /param ',
  'search-ms:query=',
  'ms-officecmd:',
  'ms-appinstaller:?source=',
  'mailto:a@crm.example?subject=',
  'tel:',
  'sip:',
  'ssh://crm.example/',
  'ftp://crm.example/',
  'http://crm.example/',
  'ws://crm.example/',
  'wss://crm.example/',
  'about:blank#',
  'chrome://settings/',
  'devtools://devtools/',
  'app://bundle/',
  'croco-tray:',
  'x-apple.systempreferences:',
  'itms-services:?action=',
  'steam://run/',
  'C:\\Windows\\System32\\calc.exe?',
  '/usr/bin/xcalc?',
  '-version',
];

describe('the system opens nothing', () => {
  it.each(schemes)('of %j, alone or with the lead', async (scheme) => {
    for (const template of [
      scheme,
      `${scheme}{lead_id}`,
      ` ${scheme}{lead_id} `,
      `${scheme}https://crm.example/`,
    ]) {
      expect([template, await openedBy(template)]).toEqual([template, []]);
    }
  });

  it.each([
    ['credentials', 'https://user@crm.example/{lead_id}'],
    ['a password', 'https://user:secret@crm.example/{lead_id}'],
    ['a name that is none, before the real one', 'https://crm.example@evil.example/{lead_id}'],
    ['the lead in the host', 'https://{lead_id}.crm.example/'],
    ['the lead as the port', 'https://crm.example:{lead_id}/'],
    ['the lead as the scheme', '{lead_id}://crm.example/'],
    ['a broken address in the host', 'https://crm.example:99999/{lead_id}'],
    ['nothing after the scheme', 'https:'],
    ['more than Windows opens', `https://crm.example/${'a'.repeat(2_081)}`],
  ])('of a template with %s', async (_what, template) => {
    expect(await openedBy(template)).toEqual([]);
  });

  it('of a template that the file or the page brings, either', () => {
    for (const scheme of schemes) {
      const crmTemplate = `${scheme}{lead_id}`;
      const message = { change: { crmTemplate } };
      expect(argumentsOf.changePreferences.safeParse(message).success).toBe(false);
      expect(crmProblem(crmTemplate)).not.toBeNull();
    }
  });
});

describe('of a good template the system opens an address of its own host, in plain ASCII', () => {
  it.each([
    [
      'a line end in the lead',
      'https://crm.example/?id={lead_id}',
      '1\r\nHost: evil.example',
      'https://crm.example/?id=1%0D%0AHost%3A%20evil.example',
    ],
    ['a line end in the template', 'https://crm.example/\r\n?id={lead_id}', '1', 'https://crm.example/?id=1'],
    [
      'a quote and a command',
      'https://crm.example/?id={lead_id}',
      `"&calc.exe|'$(id)`,
      'https://crm.example/?id=%22%26calc.exe%7C%27%24(id)',
    ],
    ['an option', 'https://crm.example/{lead_id}', '--no-sandbox', 'https://crm.example/--no-sandbox'],
    [
      'another scheme in the lead',
      'https://crm.example/{lead_id}',
      'javascript:alert(1)',
      'https://crm.example/javascript%3Aalert(1)',
    ],
    [
      'another host in the lead',
      'https://crm.example/{lead_id}',
      '//evil.example/',
      'https://crm.example/%2F%2Fevil.example%2F',
    ],
    [
      'a reversed name in the lead',
      'https://crm.example/{lead_id}',
      '\u202Emoc.live',
      'https://crm.example/%E2%80%AEmoc.live',
    ],
    // The browser shows what it really is: the letters are Cyrillic.
    [
      'a host that only looks like another',
      'https://сrm.example/{lead_id}',
      '1',
      'https://xn--rm-nmc.example/1',
    ],
    ['a host in full-width letters', 'https://ｃｒｍ.example/{lead_id}', '1', 'https://crm.example/1'],
    ['a host with a soft hyphen', 'https://cr\u00ADm.example/{lead_id}', '1', 'https://crm.example/1'],
    ['a host that is a number', 'https://0x7f.1/{lead_id}', '1', 'https://127.0.0.1/1'],
  ])('with %s', async (_what, template, leadId, expected) => {
    const [url, ...more] = await openedBy(template, leadId);
    expect(more).toEqual([]);
    expect(url).toBe(expected);
    expect(url).toMatch(/^https:\/\/[\x21-\x7e]+$/);
  });
});

it('only crm.ts has the system open anything, and nothing is opened as a file', () => {
  const folder = join(root, 'src');
  const texts = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /^(?:main|preload|renderer|shared)\/.*\.tsx?$/.test(file))
    .map((file) => [file, readFileSync(join(folder, file), 'utf8')] as const);
  const using = (pattern: RegExp) => texts.filter(([, text]) => pattern.test(text)).map(([file]) => file);
  expect(using(/openExternal/).toSorted()).toEqual([
    'main/alerts/crm.ts',
    'main/app/edges.ts',
    'main/assemble.ts',
    'main/run-app.ts',
  ]);
  expect(using(/\bshell\./)).toEqual(['main/run-app.ts']);
  expect(using(/openPath|showItemInFolder|child_process/)).toEqual(['main/app/run-program.ts']);
});
