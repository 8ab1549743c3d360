import { vi } from 'vitest';
import type { Monitor } from '../../src/watch/monitor/monitor.ts';

/** A monitor that asks nobody. */
export const createFakeMonitor = () =>
  ({
    watch: vi.fn(),
    start: vi.fn(),
    stop: vi.fn(),
    refresh: vi.fn(),
    load: vi.fn(() => ({ requestsPerMinute: 0, errorsPerMinute: 0, p50Ms: null, p95Ms: null })),
    reinterpret: vi.fn(),
  }) satisfies Monitor;
