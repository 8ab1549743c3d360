import { execFile } from 'node:child_process';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createFloor } from '../../src/simulator/floor.ts';
import { startSimulator } from '../../src/simulator/simulator.ts';
import { launchPreview } from '../e2e/driver/preview-driver.ts';
import { startKeyring } from '../fakes/keyring-session.ts';
import { makeTemporaryDirectory } from '../fakes/temporary-directory.ts';
import { password } from './canaries.ts';
import { witnessPage } from './page-witness.ts';
import { readFolder } from './read-folder.ts';
import { startRecordingProxy } from './recording-proxy.ts';
import type { Piece } from './search.ts';

export const apiUser = 'canary.api';
export const agents = ['zq.hidden', 'zq.shown', 'zq.copied'] as const;

/** The built app in the preview, with ears on all its walls. */
export async function setCanaryStage() {
  const stack = new AsyncDisposableStack();
  const folder = stack.use(await makeTemporaryDirectory());
  const session = await startKeyring();
  stack.defer(session.stop);
  const [userData, temporary] = [join(folder.path, 'user-data'), join(folder.path, 'tmp')];
  await Promise.all([userData, temporary].map((path) => mkdir(path)));
  // The browser's own folder goes there too, where it can be looked through.
  const { TMPDIR } = process.env;
  process.env['TMPDIR'] = temporary;
  stack.defer(() => {
    if (TMPDIR === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = TMPDIR;
  });
  const floor = createFloor({ seed: 1, agentCount: 0 });
  for (const user of agents) floor.set(user, { status: 'READY' });
  const dialler = await startSimulator({ floor, apiUser, password: password.text });
  stack.defer(dialler.stop);
  const proxy = await startRecordingProxy(dialler.url);
  stack.defer(proxy.stop);
  let witness: ReturnType<typeof witnessPage> | undefined;
  const app = await launchPreview({ userData, env: { ...session.env, TMPDIR: temporary } }, (page) => {
    witness = witnessPage(page);
  });
  stack.defer(async () => {
    await app.quit().catch(() => undefined);
  });
  if (witness === undefined) throw new Error('Nobody listens to the page.');

  return {
    app,
    dialler,
    proxy,
    witness,
    userData,
    temporary,
    /** What the Secret Service holds of this app, asked of it by another program. */
    keychain: async (): Promise<Piece> => {
      const words = ['search', '--all', 'service', 'Croco Tray (development)'];
      const answer = promisify(execFile)('secret-tool', words, { env: session.env });
      const { stdout, stderr } = await answer.catch(() => ({ stdout: '', stderr: '' }));
      return { label: 'keychain', bytes: Buffer.from(`${stdout}\n${stderr}`) };
    },
    /** All of it but the keychain's own file. */
    home: async () => readFolder(session.env['HOME'] ?? '', (path) => path.endsWith('.keyring')),
    process: async (): Promise<readonly Piece[]> =>
      Promise.all(
        ['cmdline', 'environ'].map(async (label) => ({
          label,
          bytes: await readFile(`/proc/${app.pid}/${label}`),
        })),
      ),
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  };
}

export type CanaryStage = Awaited<ReturnType<typeof setCanaryStage>>;
