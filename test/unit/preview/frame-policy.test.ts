import { expect, test } from 'vitest';
import { withFirst, withFrameAncestors, withPageServer } from '../../../src/preview/server/frame-policy.ts';

test.each([
  [
    "default-src 'none'; frame-ancestors 'none'; img-src data:",
    "default-src 'none'; img-src data:; frame-ancestors http://a",
  ],
  ["script-src 'self'", "script-src 'self'; frame-ancestors http://a"],
  ['Frame-Ancestors *;', 'frame-ancestors http://a'],
  [null, 'frame-ancestors http://a'],
])('of the policy %j only who may frame it is replaced', (policy, expected) => {
  expect(withFrameAncestors(policy, 'http://a')).toBe(expected);
});

test('a document from a server may take its files from there and talk to it', () => {
  expect(withPageServer("script-src 'self'; base-uri 'none'; connect-src 'none'", 'http://a:1')).toBe(
    "script-src 'self' http://a:1 ws://a:1; base-uri http://a:1; connect-src 'none'",
  );
});

test.each([
  [
    '<!doctype html><html><head><script src=a></script>',
    '<!doctype html><html><head><script src="/p.js"></script><script src=a></script>',
  ],
  ['<html lang="en"><body>', '<html lang="en"><script src="/p.js"></script><body>'],
  ['<script src=a></script>', '<script src="/p.js"></script><script src=a></script>'],
])('in %s the preload comes before the first script', (html, expected) => {
  expect(withFirst(html, '<script src="/p.js"></script>')).toBe(expected);
});
