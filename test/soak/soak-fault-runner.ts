import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { between, integer, type Random } from '../../src/simulator/random.ts';
import type { FakeKeychain } from '../fakes/fake-keychain.ts';
import type { MainProcess } from '../fakes/main-process.ts';
import type { createVirtualTime } from '../replay/virtual-time.ts';
import type { createSoakDialler } from './soak-dialler.ts';
import type { SoakFault } from './soak-fault.ts';

interface FaultRunnerParts {
  readonly app: MainProcess;
  readonly keychain: FakeKeychain;
  readonly dialler: ReturnType<typeof createSoakDialler>;
  readonly time: ReturnType<typeof createVirtualTime>;
  readonly random: Random;
  readonly agentUsers: readonly string[];
  /** Whom the dialler no longer knows. */
  readonly deleted: Set<string>;
}

/** Makes faults happen; each `begin` gives the way to end what it began. */
export function createFaultRunner(parts: FaultRunnerParts) {
  const { app, keychain, dialler, time, random, agentUsers, deleted } = parts;
  const { powerMonitor, answers, folder } = app;
  let passwords = 0;

  async function begin(fault: SoakFault): Promise<() => Promise<void>> {
    switch (fault.kind) {
      case 'dialler':
        dialler.problem(fault.problem, random() < 0.5 ? 1 : between(random, 0.1, 0.9));
        return async () => dialler.problem(null);
      case 'sleep':
        powerMonitor.emit('suspend');
        time.sleep(fault.sleepMs);
        return async () => void powerMonitor.emit('resume');
      case 'clock':
        time.sleep(fault.jumpMs);
        return async () => undefined;
      case 'lock':
        powerMonitor.emit('lock-screen');
        return async () => void powerMonitor.emit('unlock-screen');
      case 'battery':
        powerMonitor.emit('on-battery');
        return async () => void powerMonitor.emit('on-ac');
      case 'password':
        return changePassword(fault.keychain);
      case 'agent-deleted': {
        const user = agentUsers[integer(random, 0, agentUsers.length - 1)] ?? '';
        deleted.add(user);
        return async () => void deleted.delete(user);
      }
      case 'disk':
        return blockDisk();
    }
  }

  /** The dialler's administrator changes it; somebody types the new one in, and the keychain has its own ideas. */
  function changePassword(keychainDoes: Extract<SoakFault, { kind: 'password' }>['keychain']) {
    passwords += 1;
    const password = `password-${passwords % 3}`;
    dialler.setPassword(password);
    return async () => {
      keychain.behave(keychainDoes);
      let isSignedIn = false;
      const signedIn = Promise.resolve(answers.signIn({ password })).then(() => {
        isSignedIn = true;
      });
      // A prompt that hangs is answered after half a minute.
      await time.runUntil(time.clock.wallMs() + 30_000);
      keychain.unlock();
      while (!isSignedIn) await time.runUntil(time.clock.wallMs() + 1_000);
      await signedIn;
      keychain.calls.length = 0;
    };
  }

  /** A folder where the files that are written first would be: nothing can be saved until it is gone. */
  async function blockDisk() {
    const inTheWay = ['settings.json.tmp', 'inbox.json.tmp'].map((name) => join(folder, name));
    // One may be just being written.
    await app.flush();
    for (const path of inTheWay) await mkdir(join(path, 'x'), { recursive: true });
    return async () => {
      for (const path of inTheWay) await rm(path, { recursive: true, force: true });
    };
  }

  return { begin };
}
