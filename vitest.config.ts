import { defineConfig } from 'vitest/config';

// A hang is found within half a minute; how fast a busy machine is, no test judges.
const shared = { setupFiles: ['test/setup.ts'], env: { TZ: 'UTC' }, testTimeout: 30_000 };

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...shared,
          name: 'unit',
          environment: 'node',
          include: ['test/unit/**/*.test.ts'],
          exclude: ['test/unit/renderer/**'],
        },
      },
      {
        test: {
          ...shared,
          name: 'dom',
          environment: 'happy-dom',
          include: ['test/unit/renderer/**/*.test.{ts,tsx}'],
        },
      },
      {
        test: {
          name: 'integration',
          environment: 'node',
          env: { TZ: 'UTC' },
          include: ['test/integration/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'e2e',
          environment: 'node',
          env: { TZ: 'UTC' },
          include: ['test/e2e/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // Mostly they wait, for polls and for Chromium: a third one at a time would only be in the way.
          maxWorkers: 2,
        },
      },
    ],
  },
});
