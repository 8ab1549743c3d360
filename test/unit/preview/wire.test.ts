import fc from 'fast-check';
import { expect, test } from 'vitest';
import { copyAcrossBridge, freezeDeep } from '../../../src/preview/wire/context-bridge.ts';
import { decode, encode } from '../../../src/preview/wire/ipc.ts';

const across = (value: unknown) => decode(encode({ kind: 'push', channel: 'x', args: [value] }));

test.each([
  ['undefined', { a: undefined }],
  ['a date', new Date(7)],
  ['a map of a set', new Map([['a', new Set([1n])]])],
  ['bytes', new Uint8Array([1, 2, 3])],
  ['what JSON cannot say', [Number.NaN, -0, Number.POSITIVE_INFINITY]],
])('%s survives the way to the page', (_what, value) => {
  expect(across(value)).toEqual({ kind: 'push', channel: 'x', args: [value] });
});

test('any value that JSON can say survives, but for the key __proto__', () => {
  const harmless = fc
    .jsonValue({ maxDepth: 4 })
    .filter((value) => !JSON.stringify(value).includes('__proto__'));
  fc.assert(
    fc.property(harmless, (value) => {
      expect(across(value)).toEqual({ kind: 'push', channel: 'x', args: [value] });
    }),
  );
});

test('the key __proto__ does not get across', () => {
  expect(() => across(JSON.parse('{"__proto__": {"isAdmin": true}}'))).toThrow('__proto__');
});

test('an error keeps its name and message', () => {
  const message = across(new RangeError('too far'));
  expect(message).toMatchObject({ args: [{ name: 'RangeError', message: 'too far' }] });
});

test('a prototype is lost, its own data is not', () => {
  class Agent {
    user = 'ana';
    call() {
      return this.user;
    }
  }
  expect(across(new Agent())).toEqual({ kind: 'push', channel: 'x', args: [{ user: 'ana' }] });
});

test.each([
  ['a function', () => {}],
  ['a symbol', Symbol('x')],
  ['a promise', Promise.resolve()],
  ['a function deep inside', { a: [{ b: () => {} }] }],
])('%s cannot be sent', (_what, value) => {
  expect(() => across(value)).toThrow('An object could not be cloned.');
});

test('what is exposed is a frozen copy of what the preload keeps', () => {
  const own = { list: [1], nested: { deep: { count: 1 } } };
  const seen = freezeDeep(copyAcrossBridge(own)) as typeof own;
  own.nested.deep.count = 2;
  expect(seen).toEqual({ list: [1], nested: { deep: { count: 1 } } });
  expect(() => seen.list.push(2)).toThrow(TypeError);
});

test('functions cross both ways, with copies of what they are given', async () => {
  const kept: unknown[] = [];
  const api = copyAcrossBridge({
    keep: (value: object) => void kept.push(value),
    later: async () => ({ now: 1 }),
    call: (back: (word: string) => string) => back('word'),
  }) as {
    keep: (value: object) => void;
    later: () => Promise<object>;
    call: (b: (w: string) => string) => string;
  };
  const given = { changes: false };
  api.keep(given);
  given.changes = true;
  expect(kept).toEqual([{ changes: false }]);
  expect(await api.later()).toEqual({ now: 1 });
  expect(api.call((word) => `${word}!`)).toBe('word!');
});

test('a rejection crosses as its message alone', async () => {
  const fail = copyAcrossBridge(async () => {
    throw Object.assign(new Error('no'), { code: 'E' });
  }) as () => Promise<void>;
  const error = await fail().catch((reason: unknown) => reason);
  expect(error).toEqual(new Error('no'));
  expect(error).not.toHaveProperty('code');
});

test('a circle stays a circle', () => {
  const circle: { self?: unknown } = {};
  circle.self = circle;
  const copy = copyAcrossBridge(circle) as typeof circle;
  expect(copy.self).toBe(copy);
});
