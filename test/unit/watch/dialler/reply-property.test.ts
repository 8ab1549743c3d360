import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formats } from '../../../../src/shared/account.ts';
import { families } from '../../../../src/shared/family.ts';
import { problemKinds } from '../../../../src/shared/problem.ts';
import { noLiveState } from '../../../../src/shared/reading.ts';
import { fixture, parse } from './replies.ts';

const real = ['ready', 'in-call', 'in-call-after-warnings', 'in-call.xml', 'refused.xml', 'login-incorrect'];

/** A reading with every field a clean text, or a problem of the closed union. Anything thrown fails too. */
function expectUnderstood(body: Uint8Array | string, status: number, retryAfter: string | null): void {
  for (const format of formats) {
    const reply = parse(body, { status, format, retryAfter, location: retryAfter });
    if (reply.ok) {
      const { family, ...texts } = reply.value.said;
      expect(families).toContain(family);
      expect(Object.keys(texts).sort()).toEqual(
        Object.keys(noLiveState)
          .filter((name) => name !== 'family')
          .sort(),
      );
      for (const text of Object.values(texts)) expect(text).toMatch(/^[^\p{Cc}\p{Cf}\p{Cs}]{0,200}$/u);
      expect([...texts.status].length).toBeLessThanOrEqual(60);
    } else {
      expect(problemKinds).toContain(reply.error.kind);
      expect(reply.error.detail ?? '').toMatch(/^[^\p{Cc}\p{Cf}\p{Cs}]{0,120}$/u);
      expect(reply.error.retryAfterMs ?? 0).toBeGreaterThanOrEqual(0);
    }
  }
}

const status = fc.oneof(fc.constant(200), fc.integer({ min: 100, max: 599 }));
const header = fc.option(fc.string());
const anyText = fc.string({ unit: 'binary' });

test('a real reply with any bytes put in place of some of its own is a reading or a problem', () => {
  const mutated = fc
    .tuple(fc.constantFrom(...real), fc.nat(600), fc.nat(20), fc.uint8Array({ maxLength: 12 }))
    .map(([name, at, removed, added]) => {
      const bytes = fixture(name);
      return Buffer.concat([bytes.subarray(0, at), added, bytes.subarray(at + removed)]);
    });
  fc.assert(fc.property(mutated, status, header, expectUnderstood), { numRuns: 1000 });
});

test('any JSON value is a reading or a problem, and so is a success with any value as data', () => {
  const fields = fc.dictionary(
    fc.oneof(
      fc.constantFrom('result', 'code', 'message', 'data', 'status', 'lead_id', '__proto__', 'color'),
      anyText,
    ),
    fc.oneof(fc.constantFrom('success', 'error', 'READY'), fc.jsonValue({ stringUnit: 'binary' })),
  );
  const value = fc.oneof(fc.jsonValue({ stringUnit: 'binary' }), fields);
  fc.assert(
    fc.property(value, status, header, (data, ...rest) => {
      expectUnderstood(JSON.stringify(data), ...rest);
      expectUnderstood(JSON.stringify({ result: 'success', data }), ...rest);
    }),
  );
});

test('any success with an object says its status, whatever the other fields are', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (others) => {
      const body = JSON.stringify({ result: 'success', data: { ...others, status: 'IN CALL' } });
      expect(parse(body)).toMatchObject({ ok: true, value: { said: { status: 'IN CALL' } } });
    }),
  );
});
