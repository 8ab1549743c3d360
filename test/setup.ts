import { afterEach, beforeEach, vi } from 'vitest';

/** A unit test that reaches the network is a mistake: it must hand its own fetch to what it tests. */
beforeEach(() => {
  vi.stubGlobal('fetch', () => {
    throw new Error('Unit tests have no network: pass a fetch to the code under test.');
  });
});

/** The next test begins on the real clock, whatever this one did to it. */
afterEach(() => {
  vi.useRealTimers();
});
