import { Desktop } from '../../../src/preview/desktop.ts';
import { createElectron } from '../../../src/preview/electron/create-electron.ts';
import { plainDesktop } from '../../../src/preview/wire/switches.ts';

/** Electron's stand-in on one platform, with what leaves it kept to be looked at. */
export function makeStandIn(platform: NodeJS.Platform = 'linux', nowMs?: () => number) {
  const exits: number[] = [];
  const sent: string[] = [];
  const events: string[] = [];
  const desktop = new Desktop('Test', plainDesktop, nowMs);
  const electron = createElectron({
    name: 'Test',
    version: '1.0.0',
    platform,
    env: {},
    paths: { get: () => '/data', set: () => {} },
    lock: { request: () => true, release: () => {}, isHeld: () => true },
    desktop,
    sendToFrames: (_id, data) => sent.push(data),
    exit: (code) => exits.push(code),
  });
  for (const name of ['before-quit', 'window-all-closed'] as const) {
    electron.app.on(name, () => events.push(name));
  }
  return { ...electron, ...electron.module, desktop, exits, sent, events };
}
