import { expect, it } from 'vitest';
import { createDiagnostics } from '../../../../src/main/diagnostics/copy.ts';
import { createAppStore } from '../../../../src/main/state/store.ts';
import { anAccount } from '../../../fakes/builders.ts';

it('puts the text of this moment on the clipboard, with what it runs on', async () => {
  const copied: string[] = [];
  let nowMs = 0;
  const store = createAppStore();
  const copy = createDiagnostics({
    app: {
      getVersion: () => '9.8.7',
      isPackaged: false,
      commandLine: { hasSwitch: () => false },
    },
    store,
    history: () => ({ health: [], problems: new Map() }),
    load: () => ({ requestsPerMinute: 0, errorsPerMinute: 0, p50Ms: null, p95Ms: null }),
    notifications: () => ({ shown: 2, failed: 1, unsupported: 0 }),
    findTrayHost: async () => 'absent',
    clock: { nowMs: () => nowMs, wallMs: () => 0 },
    copyText: async (text) => void copied.push(text),
  });
  nowMs = 61 * 60_000;
  store.setState({ account: anAccount({ method: 'get', format: 'xml' }) });
  await copy();
  const [text] = copied;
  expect(copied).toHaveLength(1);
  const notifications = '2 shown, 1 failed, 0 not supported';
  for (const line of [
    notifications,
    '9.8.7, from source',
    'host: preview',
    'tray: absent',
    '1 h 1 min',
    'GET, XML',
  ]) {
    expect(text).toContain(line);
  }
  expect(text).toContain(`Node ${process.versions.node}`);
});
