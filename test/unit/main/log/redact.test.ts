import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRedactor } from '../../../../src/main/log/redact.ts';
import { password } from '../../../canary/canaries.ts';
import { secretSpellingsOf } from '../../../fuzz/secret-spellings.ts';

const { redact } = createRedactor();

describe('what no log may hold', () => {
  it.each([
    ['a form body', 'goUser=api&goPass=hunter2&user=ana', 'goUser=api&goPass=•••&user=ana'],
    ['a query', '/goAPI.php?log_pass=hunter2&x=1', '/goAPI.php?log_pass=•••&x=1'],
    ['JSON', '{"goPass":"hun\\"ter2","n":1}', '{"goPass":•••,"n":1}'],
    ['JSON within JSON', '{"body":"{\\"password\\":\\"hunter2\\"}"}', '{"body":"{\\"password\\":•••}"}'],
    ['SQL the dialler leaks', "WHERE pass_hash='hunter2' AND 1", 'WHERE pass_hash=••• AND 1'],
    ['XML', '<phone_pass>hunter2</phone_pass>', '<phone_pass>•••</phone_pass>'],
    ['a header', 'Authorization: Basic aHVudGVyMg==', 'Authorization: •••'],
    ['a header in JSON', '{"authorization":"Bearer hunter2","n":1}', '{"authorization":"•••","n":1}'],
    ['a scheme alone', 'sent Bearer abcdefghijkl', 'sent Bearer •••'],
    ['a URL with credentials', 'https://api:hunter2@acme.example/x', 'https://•••@acme.example/x'],
    ['a phone number', 'in call with 5550123456', 'in call with •••56'],
    ['a number in groups', 'caller +1 (555) 012-3456.', 'caller •••56.'],
    ['a number in another script', '٥٥٥٠١٢٣٤٥٦', '•••٥٦'],
  ])('hides %s', (_where, text, expected) => {
    expect(redact(text)).toBe(expected);
  });

  it.each([
    '2026-11-23',
    '192.168.100.200',
    'Chromium 156.0.8078.100',
    '3 agents in 1500 ms',
    'tests passed: 5',
  ])('leaves %s alone', (text) => {
    expect(redact(text)).toBe(text);
  });
});

describe('a live secret', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 20 });
  const secrets = fc.oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 30 }),
    fc.string({ unit: fc.constantFrom(...'ab1\\"\'/ +%&\n•='), minLength: 1, maxLength: 30 }),
  );
  const inJson = (value: string): string => JSON.stringify(value).slice(1, -1);
  const spellings: Record<string, (secret: string) => string> = {
    raw: (secret) => secret,
    'percent-encoded': encodeURIComponent,
    'form-encoded': (secret) => new URLSearchParams({ p: secret }).toString().slice(2),
    'lower-case percent-encoded': (secret) =>
      [...Buffer.from(secret)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''),
    'JSON-escaped': inJson,
    'twice JSON-escaped': (secret) => inJson(inJson(secret)),
    'escaped as PHP does': (secret) =>
      inJson(secret)
        .replaceAll('/', '\\/')
        .replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`),
    base64: (secret) => Buffer.from(secret).toString('base64'),
    'base64 in a form': (secret) => encodeURIComponent(Buffer.from(secret).toString('base64')),
    base64url: (secret) => Buffer.from(secret).toString('base64url'),
  };

  it.each(Object.entries(spellings))('never survives %s', (_name, spell) => {
    fc.assert(
      fc.property(secrets, text, text, (secret, before, after) => {
        const redactor = createRedactor();
        redactor.hideSecret(secret);
        const redacted = redactor.redact(`${before}${spell(secret)}${after}`);
        expect(redacted).not.toContain(spell(secret));
        expect(redacted).not.toContain(secret);
      }),
      { numRuns: 500 },
    );
  });

  it.each([...secretSpellingsOf(password.text)])('never survives %s', (_name, spelled) => {
    const redactor = createRedactor();
    redactor.hideSecret(password.text);
    expect(redactor.redact(`The dialler said ${spelled}, twice`)).not.toContain(spelled);
  });

  it('leaves a line of any length short, and only the newest secrets are kept', () => {
    const redactor = createRedactor();
    for (let count = 0; count < 60; count += 1) redactor.hideSecret(`typed-secret-${count}`);
    expect(redactor.redact(`typed-secret-59 ${'pass'.repeat(1_000_000)}`).length).toBeLessThan(8_100);
    expect(redactor.redact('typed-secret-59')).toBe('•••');
  });

  it.each([0, 1, 2])('never survives base64 of a longer text, begun at byte %i', (offset) => {
    const redactor = createRedactor();
    redactor.hideSecret('correct horse');
    const encoded = Buffer.from(`${'x'.repeat(offset)}correct horse battery`).toString('base64');
    const core = Buffer.from('correct horse').toString('base64').slice(4, -4);
    const redacted = redactor.redact(`body ${encoded}`);
    expect(redacted).toContain('•••');
    expect(Buffer.from(redacted.slice(5), 'base64').toString()).not.toContain('horse');
    expect(redacted).not.toContain(core);
  });

  it('leaves the rest of the line readable', () => {
    const redactor = createRedactor();
    redactor.hideSecret('hunter2');
    expect(redactor.redact('The dialler refused hunter2 at 10:15')).toBe('The dialler refused ••• at 10:15');
  });
});
